package io.mcpcatalogue.collect.live.session;

import io.mcpcatalogue.collect.CollectException;
import io.mcpcatalogue.collect.CollectLimits;
import io.mcpcatalogue.collect.http.Deadline;
import io.mcpcatalogue.collect.listing.ToolListReader;
import io.mcpcatalogue.model.Fact;
import io.mcpcatalogue.model.Gap;
import io.mcpcatalogue.model.JsonValue;
import io.mcpcatalogue.model.JsonValue.JsonArray;
import io.mcpcatalogue.model.JsonValue.JsonNull;
import io.mcpcatalogue.model.JsonValue.JsonObject;
import io.mcpcatalogue.model.OfferedItem;
import io.mcpcatalogue.model.SafeText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One conversation with a server: opens it, has everything listed, answers what the server asks
 * meanwhile. For one thread and one use.
 */
public final class McpSession {
  /** What is offered beside the tools may be missing in the end, but must not cost all the time. */
  private static final Duration TIME_FOR_OFFERED = Duration.ofSeconds(10);

  private static final int MAX_INSTRUCTIONS = 1 << 20;

  private final MessageExchange exchange;
  private final CollectLimits limits;
  private final Deadline deadline;
  private final SessionOpener opener;
  private final List<OfferedItem> offered = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  public McpSession(
      Transport transport, String clientName, CollectLimits limits, Deadline deadline) {
    this.exchange = new MessageExchange(transport);
    this.limits = limits;
    this.deadline = deadline;
    this.opener = new SessionOpener(exchange, transport, clientName);
  }

  /**
   * Lists all that the server offers.
   *
   * @throws CollectException when not even the first page of its tools could be had
   */
  public ServerListing list() throws CollectException {
    SessionOpener.Opened opened = opener.open(deadline);
    gaps.addAll(opened.gaps());
    facts.add(new Fact("live/protocol-version", opened.protocolVersion(), "initialize"));
    ToolListReader tools = listTools(opened);
    listOffered(opened);
    if (exchange.toolsChanged()) {
      tools = listAgain(opened, tools);
    }
    facts.addAll(exchange.facts());
    gaps.addAll(tools.gaps());
    return new ServerListing(
        opened.serverInfo(), instructions(opened), tools.tools(), offered, facts, gaps);
  }

  private String instructions(SessionOpener.Opened opened) {
    String text = opened.instructions();
    if (text.length() <= MAX_INSTRUCTIONS) {
      return text;
    }
    gaps.add(new Gap("instructions", Gap.Kind.LIMIT, "only the first characters were read"));
    return text.substring(0, MAX_INSTRUCTIONS);
  }

  private ToolListReader listTools(SessionOpener.Opened opened) throws CollectException {
    ToolListReader tools = new ToolListReader(limits, "tools/list");
    Answer first = exchange.request("tools/list", opened.parameters(), deadline);
    if (first.isMethodNotFound() && !opened.offers("tools")) {
      return tools;
    }
    if (first.isError()) {
      throw new CollectException(
          Gap.Kind.UNREACHABLE, "answered tools/list with " + first.errorInWords());
    }
    if (!(first.result().members().get("tools") instanceof JsonArray)) {
      throw new CollectException(
          Gap.Kind.MALFORMED, "answered tools/list without a \"tools\" array");
    }
    exchange.forgetToolChanges();
    readPages("tools/list", "tools", first, opened, deadline, tools::isFull, tools::add);
    return tools;
  }

  /** A server that changes its list while it is being read is read once more. */
  private ToolListReader listAgain(SessionOpener.Opened opened, ToolListReader before) {
    try {
      ToolListReader after = listTools(opened);
      if (!after.tools().equals(before.tools())) {
        facts.add(
            new Fact(
                "live/list-changed",
                before.tools().size() + " tools, then " + after.tools().size(),
                "tools/list"));
      }
      return after;
    } catch (CollectException e) {
      gaps.add(new Gap("tools/list", e.kind(), "the changed list: " + e.getMessage()));
      return before;
    }
  }

  private void listOffered(SessionOpener.Opened opened) {
    Deadline soon = deadline.orAfter(TIME_FOR_OFFERED);
    if (opened.offers("prompts")) {
      offered(opened, "prompts/list", "prompts", OfferedItem.Kind.PROMPT, soon);
    }
    if (opened.offers("resources")) {
      offered(opened, "resources/list", "resources", OfferedItem.Kind.RESOURCE, soon);
      offered(
          opened,
          "resources/templates/list",
          "resourceTemplates",
          OfferedItem.Kind.RESOURCE_TEMPLATE,
          soon);
    }
  }

  private void offered(
      SessionOpener.Opened opened,
      String method,
      String member,
      OfferedItem.Kind kind,
      Deadline soon) {
    if (exchange.isOver()) {
      gaps.add(new Gap(method, Gap.Kind.UNREACHABLE, "the conversation was over"));
      return;
    }
    try {
      Answer first = exchange.request(method, opened.parameters(), soon);
      if (first.isMethodNotFound()) {
        return;
      }
      if (first.isError()) {
        gaps.add(new Gap(method, Gap.Kind.UNREACHABLE, "answered with " + first.errorInWords()));
        return;
      }
      int most = offered.size() + limits.maxTools();
      readPages(
          method,
          member,
          first,
          opened,
          soon,
          () -> offered.size() >= most,
          page -> addOffered(method, kind, page, most));
    } catch (CollectException e) {
      gaps.add(new Gap(method, e.kind(), e.getMessage()));
    }
  }

  private void addOffered(String method, OfferedItem.Kind kind, JsonArray page, int most) {
    int wrong = 0;
    for (JsonValue item : page.values()) {
      if (!(item instanceof JsonObject object)) {
        wrong++;
      } else if (offered.size() < most) {
        offered.add(OfferedItem.of(kind, object));
      }
    }
    if (wrong > 0) {
      gaps.add(new Gap(method, Gap.Kind.MALFORMED, wrong + " items are no objects"));
    }
  }

  /** Reads page after page; what stops it before the end is a gap. */
  private void readPages(
      String method,
      String member,
      Answer first,
      SessionOpener.Opened opened,
      Deadline until,
      BooleanSupplier full,
      Consumer<JsonArray> pages) {
    Set<String> cursors = new HashSet<>();
    Answer answer = first;
    for (int page = 1; ; page++) {
      if (!(answer.result().members().get(member) instanceof JsonArray items)) {
        gaps.add(
            new Gap(
                method, Gap.Kind.MALFORMED, "page " + page + " has no \"" + member + "\" array"));
        return;
      }
      pages.accept(items);
      Optional<String> next = nextCursor(method, answer.result());
      if (next.isEmpty()) {
        return;
      }
      Optional<String> stop = whyStop(page, next.get(), cursors, full.getAsBoolean());
      if (stop.isPresent()) {
        gaps.add(new Gap(method, Gap.Kind.LIMIT, stop.get()));
        return;
      }
      Optional<Answer> following = page(page + 1, method, next.get(), opened, until);
      if (following.isEmpty()) {
        return;
      }
      answer = following.get();
    }
  }

  /** A further page; where it does not come, that is a gap. */
  private Optional<Answer> page(
      int number, String method, String cursor, SessionOpener.Opened opened, Deadline until) {
    JsonObject parameters = opened.parametersBuilder().put("cursor", cursor).build();
    try {
      Answer answer = exchange.request(method, parameters, until);
      if (!answer.isError()) {
        return Optional.of(answer);
      }
      String reason = "page " + number + " was answered with " + answer.errorInWords();
      gaps.add(new Gap(method, Gap.Kind.UNREACHABLE, reason));
    } catch (CollectException e) {
      gaps.add(new Gap(method, e.kind(), "page " + number + ": " + e.getMessage()));
    }
    return Optional.empty();
  }

  private Optional<String> whyStop(int page, String next, Set<String> cursors, boolean full) {
    if (!cursors.add(next)) {
      return Optional.of(
          "the pages go round in a circle: page "
              + page
              + " names the cursor \""
              + SafeText.line(next, 80)
              + "\" again");
    }
    if (full) {
      return Optional.of("there are more pages, but the limit of items is reached");
    }
    return page >= limits.maxPages()
        ? Optional.of("there are more than " + limits.maxPages() + " pages")
        : Optional.empty();
  }

  private Optional<String> nextCursor(String method, JsonObject result) {
    JsonValue cursor = result.members().getOrDefault("nextCursor", JsonNull.NULL);
    if (cursor instanceof JsonNull) {
      return Optional.empty();
    }
    if (cursor.text().isEmpty()) {
      gaps.add(new Gap(method, Gap.Kind.MALFORMED, "the cursor of the next page is no text"));
    }
    return cursor.text().filter(text -> !text.isEmpty());
  }
}
