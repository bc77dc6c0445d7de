package io.mcpcatalogue.collect.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Writes a body as it arrives, and ends the connection once it is longer than it may be. */
final class BoundedBody implements BodySubscriber<Long> {
  private final OutputStream out;
  private final long maxBytes;
  private final CompletableFuture<Long> result = new CompletableFuture<>();
  private Flow.Subscription subscription;
  private long count;

  BoundedBody(OutputStream out, long maxBytes) {
    this.out = out;
    this.maxBytes = maxBytes;
  }

  @Override
  public CompletionStage<Long> getBody() {
    return result;
  }

  @Override
  public void onSubscribe(Flow.Subscription arriving) {
    subscription = arriving;
    arriving.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    try {
      for (ByteBuffer buffer : buffers) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        count += bytes.length;
        if (count > maxBytes) {
          fail(new TooLargeException(maxBytes));
          return;
        }
        out.write(bytes);
      }
      subscription.request(1);
    } catch (IOException e) {
      fail(e);
    }
  }

  private void fail(IOException cause) {
    subscription.cancel();
    result.completeExceptionally(cause);
  }

  @Override
  public void onError(Throwable failure) {
    result.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    result.complete(count);
  }

  /** The body is longer than it may be. */
  static final class TooLargeException extends IOException {
    private final long maxBytes;

    TooLargeException(long maxBytes) {
      super("more than " + maxBytes + " bytes");
      this.maxBytes = maxBytes;
    }

    long maxBytes() {
      return maxBytes;
    }
  }
}
