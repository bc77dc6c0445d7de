package io.mcpcatalogue.classifier.category;

/**
 * How much an act counts by where and how it is said. Immutable.
 *
 * @param name in the name
 * @param title in the title
 * @param first in the first clause of the description that tells an act
 * @param belated the same of an act that reads, where other clauses stand before it
 * @param later in a later clause, told of the tool
 * @param advice in a later clause, told to the caller
 * @param item in a list item
 * @param purpose as what the main act is good for
 * @param passive in the passive
 * @param denied as something that the tool does not do
 * @param several for the gravest of several acts that the tool offers
 * @param chosen for the gravest act that a parameter lets choose
 * @param offered for the gravest act of a list in a later clause
 * @param offeredByVague the same where the first clause does not say what is done
 * @param laterLimit the most that all later clauses together add to one category
 * @param readLead by how much a reading must lead where the name opens with a change that the
 *     description tells otherwise
 * @param confidenceSlope how fast confidence grows with the margin
 * @param confidenceAtZero confidence of a verdict without margin
 */
public record Weights(
    double name,
    double title,
    double first,
    double belated,
    double later,
    double advice,
    double item,
    double purpose,
    double passive,
    double denied,
    double several,
    double chosen,
    double offered,
    double offeredByVague,
    double laterLimit,
    double readLead,
    double confidenceSlope,
    double confidenceAtZero) {}
