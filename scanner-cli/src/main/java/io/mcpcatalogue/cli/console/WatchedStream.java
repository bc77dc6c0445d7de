package io.mcpcatalogue.cli.console;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** Remembers why writing failed, which a print stream forgets. For one thread. */
public final class WatchedStream extends FilterOutputStream {
  private Optional<IOException> failure = Optional.empty();

  public WatchedStream(OutputStream out) {
    super(out);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = Optional.of(e);
      throw e;
    }
  }

  /** Why output was lost; a reader that has seen enough, such as head, lost nothing. */
  public Optional<String> loss() {
    if (failure.isEmpty()) {
      return Optional.empty();
    }
    String reason = String.valueOf(failure.get().getMessage());
    return reason.toLowerCase(Locale.ROOT).contains("pipe")
        ? Optional.empty()
        : Optional.of(reason);
  }
}
