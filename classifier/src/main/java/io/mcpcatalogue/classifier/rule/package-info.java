/** Rules as plain data, as they were read: what is looked for, and what it means. No engine. */
package io.mcpcatalogue.classifier.rule;
