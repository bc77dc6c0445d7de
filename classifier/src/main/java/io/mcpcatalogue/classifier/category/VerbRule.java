package io.mcpcatalogue.classifier.category;

import io.mcpcatalogue.model.Category;

/**
 * What a verb does to the world, in general or to certain objects. Immutable.
 *
 * @param id the rule's id
 * @param weight how sure it is, 1 for a plain case
 * @param vague whether it only says that something is done: the acts told later say what
 * @param objects the rule holds only if one of these is acted upon; empty for any
 * @param unless the rule does not hold if one of these is acted upon
 * @param context the rule holds only if one of these stands anywhere in the name, the title, the
 *     server's name, the clause or the description's first clause; empty for any
 * @param notInContext the rule does not hold if one of these stands there
 * @param prepositions the rule holds only if one of these follows the object; empty for any
 * @param destinations the rule holds only if one of the prepositions, anywhere behind the object,
 *     leads to one of these; empty for any
 * @param given the rule holds only if the name of a parameter ends in one of these; empty for any
 */
public record VerbRule(
    String id,
    Category category,
    double weight,
    boolean vague,
    WordSet objects,
    WordSet unless,
    WordSet context,
    WordSet notInContext,
    WordSet prepositions,
    WordSet destinations,
    WordSet given) {}
