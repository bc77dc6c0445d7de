package io.mcpcatalogue.collect.registry;

import io.mcpcatalogue.collect.InvalidTargetException;
import io.mcpcatalogue.collect.ScanTarget;
import io.mcpcatalogue.model.SafeText;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the servers that a page links to: a directory in HTML, or a list in Markdown. */
final class Links {
  private static final Pattern MARKDOWN_LINK =
      Pattern.compile("(?<!!)\\[([^\\]\\n]{1,300})]\\((https?://[^)\\s]{1,1000})[^)\\n]{0,300}\\)");
  private static final Pattern LIST_ITEM =
      Pattern.compile("^\\s{0,12}(?:[-*+]|\\d{1,4}\\.|\\|)\\s?.*");
  private static final Pattern MARKUP =
      Pattern.compile("<[^>]{0,500}>|!?\\[[^\\]]{0,300}]\\([^)]{0,1000}\\)|[*_`|]");
  static final int MAX_ENTRIES = 50_000;
  private static final int MAX_TEXT = 500;

  /** First parts of addresses on GitHub that are no owners. */
  private static final Set<String> NO_OWNERS =
      Set.of(
          "about",
          "apps",
          "collections",
          "contact",
          "customer-stories",
          "enterprise",
          "events",
          "explore",
          "features",
          "issues",
          "login",
          "marketplace",
          "models",
          "notifications",
          "orgs",
          "pricing",
          "pulls",
          "readme",
          "search",
          "security",
          "settings",
          "signup",
          "site",
          "sponsors",
          "team",
          "topics",
          "trending",
          "users");

  private Links() {}

  /** The servers of a page, each once, in the order of the page. */
  static List<IndexLine> of(String text, URI page) {
    Map<String, IndexLine> entries = new LinkedHashMap<>();
    if (isHtml(text)) {
      html(text, page, entries);
    } else {
      markdown(text, page, entries);
    }
    return List.copyOf(entries.values());
  }

  static boolean isHtml(String text) {
    String start = text.substring(0, Math.min(text.length(), 2_000)).stripLeading();
    String lower = start.toLowerCase(Locale.ROOT);
    return lower.startsWith("<!doctype html")
        || lower.startsWith("<html")
        || lower.contains("<body");
  }

  private static void html(String text, URI page, Map<String, IndexLine> entries) {
    Document document = Jsoup.parse(text, page.toString());
    for (Element link : document.select("a[href]")) {
      // Menus and footers link to the site's own places.
      if (link.closest("nav, footer, header") == null) {
        Element around = link.closest("li, tr, article, section, div, p");
        String description = around == null ? "" : around.ownText();
        add(link.absUrl("href"), link.text(), description, page, entries);
      }
    }
  }

  private static void markdown(String text, URI page, Map<String, IndexLine> entries) {
    for (String line : text.split("\\R")) {
      if (!LIST_ITEM.matcher(line).matches()) {
        continue;
      }
      Matcher link = MARKDOWN_LINK.matcher(line);
      if (link.find()) {
        String rest = MARKUP.matcher(line.substring(link.end())).replaceAll(" ");
        String description = rest.strip().replaceFirst("^[-–—:\\s]+", "");
        String name = MARKUP.matcher(link.group(1)).replaceAll("");
        add(link.group(2), name, description, page, entries);
      }
    }
  }

  private static void add(
      String address, String name, String description, URI page, Map<String, IndexLine> entries) {
    if (entries.size() < MAX_ENTRIES) {
      entry(address, name, description, page)
          .ifPresent(entry -> entries.putIfAbsent(entry.id(), entry));
    }
  }

  /** The server that an address on a page names, if it is one of code. */
  static Optional<IndexLine> entry(String address, String name, String description, URI page) {
    return target(address, page)
        .map(
            target ->
                new IndexLine(
                    name.isBlank() ? target.text() : oneLine(name),
                    "",
                    oneLine(description),
                    Optional.of(target),
                    List.of()));
  }

  private static String oneLine(String text) {
    return SafeText.line(text.strip().replaceAll("\\s+", " "), MAX_TEXT);
  }

  /** Only addresses that name code: any other link may lead anywhere. */
  private static Optional<ScanTarget> target(String address, URI page) {
    URI link;
    try {
      link = URI.create(address);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String host = link.getHost() == null ? "" : link.getHost().toLowerCase(Locale.ROOT);
    List<String> parts = parts(link);
    boolean samePage =
        host.equals(page.getHost())
            && page.getPath() != null
            && parts.size() >= 2
            && parts(page).size() >= 2
            && parts.subList(0, 2).equals(parts(page).subList(0, 2));
    if (samePage) {
      return Optional.empty();
    }
    String bare = host.replaceFirst("^www\\.", "");
    return switch (bare) {
      case "github.com" ->
          parts.size() >= 2 && !NO_OWNERS.contains(parts.get(0)) && isCode(parts)
              ? parsed(link.getScheme() + "://github.com/" + String.join("/", parts))
              : Optional.empty();
      case "npmjs.com" ->
          parts.size() >= 2 && parts.get(0).equals("package")
              ? parsed(
                  "npm:"
                      + String.join(
                          "/",
                          parts.subList(
                              1, Math.min(parts.size(), parts.get(1).startsWith("@") ? 3 : 2))))
              : Optional.empty();
      case "pypi.org" ->
          parts.size() >= 2 && parts.get(0).equals("project")
              ? parsed("pypi:" + parts.get(1))
              : Optional.empty();
      case "hub.docker.com" ->
          parts.size() >= 3 && parts.get(0).equals("r")
              ? parsed("oci:" + parts.get(1) + "/" + parts.get(2))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The repository itself or a folder of it; not its issues, releases or wiki. */
  private static boolean isCode(List<String> parts) {
    return parts.size() == 2 || parts.get(2).equals("tree") && parts.size() > 3;
  }

  private static List<String> parts(URI address) {
    List<String> parts = new ArrayList<>();
    for (String part : (address.getPath() == null ? "" : address.getPath()).split("/")) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }

  private static Optional<ScanTarget> parsed(String text) {
    try {
      return Optional.of(ScanTarget.parse(text));
    } catch (InvalidTargetException e) {
      return Optional.empty();
    }
  }
}
