package io.mcpcatalogue.classifier.category;

/** What a word does in a sentence, beside verbs and their objects. */
public enum Role {
  /** {@code a}, {@code the}, {@code all}, {@code your}: what follows is a thing. */
  DETERMINER,
  /** {@code from}, {@code in}, {@code with}: the direct object ends here. */
  PREPOSITION,
  /** {@code by}: what follows tells things apart, and so does what is listed beside it. */
  MARK,
  /** {@code and}, {@code or}: another verb may follow. */
  CONJUNCTION,
  /** {@code not}, {@code never}, {@code without}: what follows is denied. */
  NEGATION,
  /** {@code only}, {@code fails}: behind a denial it takes that back. */
  REVERSAL,
  /** {@code this tool}, {@code allows you}: the verb is still to come. */
  OPENER,
  /** {@code call}, {@code run}: said of the tool itself it tells how the tool is used. */
  USAGE,
  /** {@code this}, {@code it}, {@code tool}: what may stand for the tool itself. */
  ITSELF,
  /** {@code to}: an infinitive may follow. */
  INFINITIVE,
  /** {@code for}, {@code by}: a form in -ing may follow. */
  GERUND,
  /** {@code when}, {@code if}, {@code that}: what follows is told aside. */
  SUBORDINATOR,
  /** {@code whether}, {@code how}: what a verb before it asks. */
  QUESTION,
  /** {@code including}: forms in -ing that follow belong to what was said. */
  LISTING,
  /** {@code is}, {@code are}, {@code be}: a passive may follow. */
  COPULA,
  /** {@code results}, {@code history}, {@code id}: the word before it is no verb. */
  TAIL,
  /** {@code eligibility}, {@code status}: the same at the end of a name. */
  COMPOUND,
  /** {@code safely}, {@code also}, {@code bulk}: stands before a verb and changes nothing. */
  ADVERB,
  /** {@code you must}, {@code example}: the clause speaks to the caller, not of the tool. */
  ADVICE;

  private final int bit = 1 << ordinal();

  /** What stands for the role in a sum of roles. */
  public int bit() {
    return bit;
  }

  /** Whether the role is one of the sum. */
  boolean isIn(int roles) {
    return (roles & bit) != 0;
  }
}
