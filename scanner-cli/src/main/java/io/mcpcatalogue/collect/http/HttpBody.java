package io.mcpcatalogue.collect.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer as a stream that never blocks beyond a deadline, and asks for more only
 * when what arrived is used up. Read by one thread.
 */
public final class HttpBody extends InputStream implements BodySubscriber<HttpBody> {
  /** What arrived: buffers, a failure, or the end. */
  private record Arrival(List<ByteBuffer> buffers, Throwable failure, boolean end) {}

  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final Deque<ByteBuffer> unread = new ArrayDeque<>();
  private final long maxBytes;
  private volatile Flow.Subscription subscription;
  private volatile boolean closed;
  private Deadline deadline;
  private long count;
  private boolean ended;

  HttpBody(long maxBytes, Deadline deadline) {
    this.maxBytes = maxBytes;
    this.deadline = deadline;
  }

  /** From now on reading fails at this moment. */
  void until(Deadline until) {
    deadline = until;
  }

  @Override
  public CompletionStage<HttpBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription arriving) {
    subscription = arriving;
    if (closed) {
      arriving.cancel();
    } else {
      arriving.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    arrivals.add(new Arrival(buffers, null, false));
  }

  @Override
  public void onError(Throwable failure) {
    arrivals.add(new Arrival(List.of(), failure, false));
  }

  @Override
  public void onComplete() {
    arrivals.add(new Arrival(List.of(), null, true));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (unread.isEmpty()) {
      if (ended) {
        return -1;
      }
      take();
    }
    ByteBuffer next = unread.element();
    int taken = Math.min(length, next.remaining());
    next.get(target, offset, taken);
    if (!next.hasRemaining()) {
      unread.remove();
      askForMore();
    }
    return taken;
  }

  private void take() throws IOException {
    if (deadline.isOver()) {
      // A server that always has something to say would be heard for ever.
      throw new TooSlowException();
    }
    Arrival arrival;
    try {
      arrival = arrivals.poll(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (arrival == null) {
      throw new TooSlowException();
    }
    if (arrival.failure() != null) {
      throw new IOException(arrival.failure().getMessage(), arrival.failure());
    }
    ended = arrival.end();
    for (ByteBuffer buffer : arrival.buffers()) {
      count += buffer.remaining();
      if (buffer.hasRemaining()) {
        unread.add(buffer);
      }
    }
    if (count > maxBytes) {
      close();
      throw new TooLargeException(maxBytes);
    }
    if (!ended && unread.isEmpty()) {
      askForMore();
    }
  }

  private void askForMore() {
    if (unread.isEmpty() && !ended) {
      subscription.request(1);
    }
  }

  @Override
  public void close() {
    closed = true;
    Flow.Subscription arriving = subscription;
    if (arriving != null) {
      arriving.cancel();
    }
  }

  /** Nothing arrived in time. */
  public static final class TooSlowException extends IOException {
    TooSlowException() {
      super("did not answer in full within the time limit");
    }
  }

  /** More arrived than may. */
  public static final class TooLargeException extends IOException {
    public TooLargeException(long maxBytes) {
      super("sent an answer larger than " + maxBytes + " bytes");
    }
  }
}
