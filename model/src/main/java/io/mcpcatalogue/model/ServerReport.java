package io.mcpcatalogue.model;

/**
 * All there is to say about one scanned server: what was collected, the verdict on it, and the
 * policy derived from that. Immutable.
 *
 * @param manifest what was collected; its gaps belong to the report
 * @param assessment one assessment for each tool of the manifest, in the same order
 * @param policy the policy, one entry for each distinct tool name
 * @param acceptance what somebody has accepted of the verdict
 */
public record ServerReport(
    ServerManifest manifest, ServerAssessment assessment, Policy policy, Acceptance acceptance) {

  /** Of a verdict of which nothing was accepted. */
  public ServerReport(ServerManifest manifest, ServerAssessment assessment, Policy policy) {
    this(manifest, assessment, policy, Acceptance.ofNothing(assessment));
  }

  public ServerReport {
    if (manifest.tools().size() != assessment.tools().size()) {
      throw new IllegalArgumentException(
          manifest.id()
              + ": "
              + assessment.tools().size()
              + " assessments for "
              + manifest.tools().size()
              + " tools");
    }
  }

  public ServerReport withId(String id) {
    return new ServerReport(manifest.withId(id), assessment, policy, acceptance);
  }

  /**
   * Whether any tool was seen, or the server plainly offers none: a server without tools and with
   * gaps was not scanned, and is never passed off as clean.
   */
  public boolean isScanned() {
    return !manifest.tools().isEmpty() || manifest.gaps().isEmpty();
  }
}
