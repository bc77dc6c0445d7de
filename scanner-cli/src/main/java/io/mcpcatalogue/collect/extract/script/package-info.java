/** TypeScript and JavaScript, as written and as published. */
package io.mcpcatalogue.collect.extract.script;
