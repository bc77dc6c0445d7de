package io.mcpcatalogue.collect.http;

import java.net.URI;

/** The address of a service, under which the addresses of what it serves are resolved. */
public final class BaseAddress {
  private BaseAddress() {}

  /** An address as a person writes it, with exactly one slash at its end. */
  public static URI of(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '/') {
      end--;
    }
    return URI.create(text.substring(0, end) + "/");
  }
}
