package io.mcpcatalogue.export;

import java.util.List;
import java.util.Optional;

/** The report formats, sorted by id. */
public final class ReportFormats {
  /** What a scan in JSON says that it is. */
  public static final String JSON_SCHEMA = JsonReport.SCHEMA;

  private static final List<ReportFormat> ALL =
      List.of(new JsonReport(), new MarkdownReport(), new SarifReport(), new TableReport());

  private ReportFormats() {}

  public static List<ReportFormat> all() {
    return ALL;
  }

  public static Optional<ReportFormat> byId(String id) {
    for (ReportFormat format : ALL) {
      if (format.id().equals(id)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
