package io.mcpcatalogue.classifier.signal;

import com.google.re2j.Matcher;
import io.mcpcatalogue.classifier.rule.Condition.Context;
import io.mcpcatalogue.classifier.signal.Scan.Span;
import java.util.Optional;

/**
 * Looks at what stands directly around a literal, and no farther than a sentence goes. Immutable.
 */
final class LiteralContext {
  private static final int REACH = 200;

  private final LazyPattern before;
  private final LazyPattern after;

  LiteralContext(Context context) {
    this.before = new LazyPattern("(?:" + context.before() + ")$");
    this.after = new LazyPattern(context.after());
  }

  /** The literal with what stands around it, if that is what is asked for. */
  Optional<Span> around(Span literal) {
    String text = literal.text().value();
    int to = Math.min(text.length(), literal.end() + REACH);
    // What follows is asked first: it begins at the literal, and costs little where it fails.
    Matcher behind = after.matcher(text.substring(literal.end(), to));
    if (!behind.lookingAt()) {
      return Optional.empty();
    }
    int from = Math.max(0, literal.start() - REACH);
    Matcher ahead = before.matcher(text.substring(from, literal.start()));
    return ahead.find()
        ? Optional.of(new Span(literal.text(), from + ahead.start(), literal.end() + behind.end()))
        : Optional.empty();
  }
}
