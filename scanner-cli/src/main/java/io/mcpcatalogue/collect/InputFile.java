package io.mcpcatalogue.collect;

import io.mcpcatalogue.model.Gap;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens and reads files that the user named, and says in words why one cannot be read. */
public final class InputFile {
  private InputFile() {}

  /** What is named can be entered, but not read. */
  private static final class DirectoryException extends IOException {
    private static final long serialVersionUID = 1;

    DirectoryException() {
      super("is a directory");
    }
  }

  /** Opens a file or a pipe, such as {@code <(command)} of a shell. */
  public static InputStream open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new DirectoryException();
    }
    boolean pipe = Files.exists(file) && !Files.isRegularFile(file);
    // The stream of a channel asks for its place in the file, and a pipe has none.
    return pipe ? new FileInputStream(file.toFile()) : Files.newInputStream(file);
  }

  /** All bytes of a file that must not have more than so many. */
  public static byte[] read(Path file, int most) throws CollectException {
    // What is no regular file has no size, and may have no end.
    try (InputStream in = open(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new CollectException(Gap.Kind.LIMIT, file + ": larger than " + most + " bytes");
      }
      return bytes;
    } catch (DirectoryException e) {
      throw new CollectException(Gap.Kind.UNSUPPORTED, describe(file, e), e);
    } catch (IOException e) {
      throw new CollectException(Gap.Kind.NOT_FOUND, describe(file, e), e);
    }
  }

  /** Why an input cannot be read, where the exception only repeats its path. */
  public static String describe(Object input, IOException cause) {
    return input + ": " + reason(cause);
  }

  private static String reason(IOException cause) {
    if (cause instanceof DirectoryException) {
      return cause.getMessage();
    }
    if (cause instanceof NoSuchFileException) {
      return "no such file";
    }
    if (cause instanceof AccessDeniedException) {
      return "may not be read";
    }
    if (cause instanceof CharacterCodingException) {
      return "no UTF-8 text";
    }
    return "cannot be read: " + cause.getMessage();
  }
}
