package io.mcpcatalogue.collect.http;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.SafeText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;

/** Says what it means that a request, or reading its answer, failed. */
final class RequestFailure {
  private RequestFailure() {}

  /** Whether the same request may succeed soon. */
  static boolean mayPass(IOException cause) {
    return !(cause instanceof SSLException
        || cause instanceof ConnectException
        || cause instanceof HttpBody.TooLargeException
        || cause instanceof HttpBody.TooSlowException
        || cause instanceof ZipException);
  }

  static CollectException told(IOException cause) {
    if (cause instanceof HttpBody.TooLargeException) {
      return new CollectException(Gap.Kind.LIMIT, cause.getMessage(), cause);
    }
    if (cause instanceof HttpBody.TooSlowException) {
      return new CollectException(Gap.Kind.TIMEOUT, cause.getMessage(), cause);
    }
    if (cause instanceof HttpTimeoutException) {
      return new CollectException(Gap.Kind.TIMEOUT, "could not be connected in time", cause);
    }
    if (cause instanceof ZipException) {
      return new CollectException(Gap.Kind.MALFORMED, "sent what is no valid gzip", cause);
    }
    return new CollectException(Gap.Kind.UNREACHABLE, unreachable(cause), cause);
  }

  private static String unreachable(IOException cause) {
    if (cause instanceof SSLException) {
      return "no trusted TLS connection: " + words(cause);
    }
    if (ContactedHosts.isUnknownHost(cause)) {
      return "the host is unknown";
    }
    return cause instanceof ConnectException
        ? "cannot be connected"
        : "the connection failed: " + words(cause);
  }

  /** The words of a failure, which may quote the other side. */
  static String words(Throwable cause) {
    String message = cause.getMessage();
    return SafeText.line(message == null ? cause.getClass().getSimpleName() : message, 200);
  }
}
