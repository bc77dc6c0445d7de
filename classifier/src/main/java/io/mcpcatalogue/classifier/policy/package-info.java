/** From assessments to a policy, by a profile that is data: pure functions. */
package io.mcpcatalogue.classifier.policy;
