package io.mcpcatalogue.cli;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.CatalogueWriter;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.scan.TargetReport;
import java.time.Instant;

/** Where a scan is kept: in a catalogue, or nowhere. */
interface ScanSink extends AutoCloseable {

  void save(TargetReport report, String rulesDigest) throws CatalogueException;

  @Override
  void close() throws CatalogueException;

  /** Keeps nothing. */
  record Nowhere() implements ScanSink {
    @Override
    public void save(TargetReport report, String rulesDigest) {}

    @Override
    public void close() {}
  }

  /** Keeps each server in its own transaction; closes the catalogue in the end. */
  record Into(Catalogue catalogue, CatalogueWriter writer) implements ScanSink {
    @Override
    public void save(TargetReport report, String rulesDigest) throws CatalogueException {
      for (ServerReport server : report.servers()) {
        writer.save(server, rulesDigest, Instant.now(), report.hosts());
      }
    }

    @Override
    public void close() throws CatalogueException {
      writer.close();
      catalogue.close();
    }
  }
}
