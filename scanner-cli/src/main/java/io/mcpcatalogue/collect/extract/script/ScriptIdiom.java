package io.mcpcatalogue.collect.extract.script;

/** One way in which scripts declare tools. Stateless. */
interface ScriptIdiom {

  /** Finds what is declared this way in the modules of the program. */
  Findings find(ScriptProgram program);
}
