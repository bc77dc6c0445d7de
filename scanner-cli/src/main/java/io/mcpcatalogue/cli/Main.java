package io.mcpcatalogue.cli;

/** Entry point: wires the parts and maps results to exit codes. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(0);
  }
}
