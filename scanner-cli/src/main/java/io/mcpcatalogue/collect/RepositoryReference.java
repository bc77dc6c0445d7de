package io.mcpcatalogue.collect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A GitHub repository as the user named it: {@code OWNER/REPO[/DIRECTORY][@REF]}. Immutable.
 *
 * @param directory the part of the repository to read, empty for all of it
 * @param ref a branch, tag or commit, empty for the default branch
 */
public record RepositoryReference(String owner, String repository, String directory, String ref)
    implements Reference {

  private static final Pattern SHORT =
      Pattern.compile(
          "([A-Za-z0-9](?:[A-Za-z0-9-]*))/([A-Za-z0-9._-]+?)(?:\\.git)?((?:/[^/@\\s]+)*)/?(?:@(.+))?");
  private static final Pattern PAGE =
      Pattern.compile("([^/\\s]+)/([^/\\s#?]+)(?:/(?:tree|blob)/([^/\\s#?]+)(/[^\\s#?]*)?)?/?");
  // A ref goes into an address as one encoded part; what git itself refuses is refused here.
  private static final Pattern REF = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/+@-]{0,249}");

  /** Parses what follows {@code github:}. */
  public static RepositoryReference parse(String text) throws InvalidTargetException {
    Matcher matcher = SHORT.matcher(text);
    if (!matcher.matches()) {
      throw notOne(text);
    }
    String ref = matcher.group(4) == null ? "" : matcher.group(4);
    String directory = matcher.group(3).isEmpty() ? "" : matcher.group(3).substring(1);
    return checked(text, matcher.group(1), matcher.group(2), directory, ref);
  }

  /** Parses the path of a repository's page: {@code OWNER/REPO[/tree/REF[/DIRECTORY]]}. */
  static RepositoryReference parsePage(String path) throws InvalidTargetException {
    Matcher matcher = PAGE.matcher(path);
    if (!matcher.matches()) {
      throw notOne(path);
    }
    String repository = matcher.group(2).replaceFirst("\\.git$", "");
    String ref = matcher.group(3) == null ? "" : matcher.group(3);
    String directory =
        matcher.group(4) == null ? "" : matcher.group(4).substring(1).replaceFirst("/+$", "");
    // What the page's address may hold besides is refused in the same words as in the short form.
    return parse(
        matcher.group(1)
            + "/"
            + repository
            + (directory.isEmpty() ? "" : "/" + directory)
            + (ref.isEmpty() ? "" : "@" + ref));
  }

  @Override
  public String id() {
    return "github:" + owner + "/" + repository + (directory.isEmpty() ? "" : "/" + directory);
  }

  /** The target that names it. */
  public String target() {
    return id() + (ref.isEmpty() ? "" : "@" + ref);
  }

  private static RepositoryReference checked(
      String text, String owner, String repository, String directory, String ref)
      throws InvalidTargetException {
    boolean dotted = repository.equals(".") || repository.equals("..");
    boolean climbs = ("/" + directory + "/").contains("/../");
    if (dotted || climbs || owner.length() > 100 || repository.length() > 100) {
      throw notOne(text);
    }
    if (!ref.isEmpty() && (!REF.matcher(ref).matches() || ref.contains(".."))) {
      throw new InvalidTargetException(
          "github:" + text + ": what follows '@' is no branch, tag or commit");
    }
    return new RepositoryReference(owner, repository, directory, ref);
  }

  private static InvalidTargetException notOne(String text) {
    return new InvalidTargetException(
        "github:" + text + ": not a repository; write github:OWNER/REPO[@REF]");
  }
}
