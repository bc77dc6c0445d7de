/**
 * Decides the category of a tool: acts found in names, prose and parameters, each judged by a rule,
 * weighed and summed. The knowledge is in the rules; here is only how it is applied.
 */
package io.mcpcatalogue.classifier.category;
