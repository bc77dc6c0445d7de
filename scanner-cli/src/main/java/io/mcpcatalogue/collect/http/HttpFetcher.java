package io.mcpcatalogue.collect.http;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.http.RequestSender.Message;
import io.mcpcatalogue.collect.http.RequestSender.Reading;
import io.mcpcatalogue.model.Gap;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/** Gets what lies at addresses, whole, within limits of size and time. Thread-safe. */
public final class HttpFetcher {
  /** What may follow a redirect to another origin; all else may be a credential. */
  private static final Set<String> HARMLESS = Set.of("accept", "accept-encoding", "user-agent");

  private final RequestSender sender;
  private final AddressGuard guard;

  HttpFetcher(RequestSender sender, AddressGuard guard) {
    this.sender = sender;
    this.guard = guard;
  }

  /** Gets an answer into memory. A status of failure is an answer too. */
  public HttpAnswer get(URI address, Map<String, String> headers, Deadline deadline)
      throws CollectException {
    Map<String, String> asked = new TreeMap<>(Map.of("accept-encoding", "gzip"));
    asked.putAll(headers);
    AtomicReference<byte[]> content = new AtomicReference<>();
    HttpReply reply = fetch(address, asked, deadline, arriving -> content.set(arriving.whole()));
    return new HttpAnswer(reply.address(), reply.status(), reply.headers(), content.get());
  }

  /**
   * Gets an answer into a file, which is overwritten. The file's content means something only if
   * the answer is a success.
   */
  public HttpAnswer download(URI address, Map<String, String> headers, Path file, Deadline deadline)
      throws CollectException {
    try {
      HttpReply reply = fetch(address, headers, deadline, arriving -> write(arriving, file));
      return new HttpAnswer(reply.address(), reply.status(), reply.headers(), new byte[0]);
    } catch (UncheckedIOException e) {
      throw new CollectException(Gap.Kind.UNREACHABLE, "cannot write " + file, e);
    }
  }

  private HttpReply fetch(
      URI address, Map<String, String> headers, Deadline deadline, Reading reading)
      throws CollectException {
    Map<String, String> harmless = new TreeMap<>();
    Map<String, String> credentials = new TreeMap<>();
    headers.forEach(
        (name, value) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          (HARMLESS.contains(lower) ? harmless : credentials).put(lower, value);
        });
    Message message = new Message("GET", harmless, credentials, BodyPublishers.noBody());
    try {
      return sender.send(message, address, guard, deadline, reading);
    } catch (CollectException e) {
      throw e.told(Origin.name(address) + ": " + e.getMessage());
    }
  }

  /** Writes what arrives as it is: a failure to write is none of the connection. */
  private static void write(HttpReply reply, Path file) throws IOException {
    try (InputStream body = reply.packed();
        OutputStream out = created(file)) {
      byte[] block = new byte[1 << 16];
      for (int length = body.read(block); length >= 0; length = body.read(block)) {
        write(out, block, length);
      }
    }
  }

  private static OutputStream created(Path file) {
    try {
      return Files.newOutputStream(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(OutputStream out, byte[] block, int length) {
    try {
      out.write(block, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
