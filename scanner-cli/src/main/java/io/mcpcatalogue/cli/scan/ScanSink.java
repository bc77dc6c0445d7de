package io.mcpcatalogue.cli.scan;

import io.mcpcatalogue.catalogue.Catalogue;
import io.mcpcatalogue.catalogue.CatalogueException;
import io.mcpcatalogue.catalogue.CatalogueWriter;
import io.mcpcatalogue.catalogue.PreparedScan;
import io.mcpcatalogue.catalogue.ServerOrigin;
import io.mcpcatalogue.model.ServerReport;
import io.mcpcatalogue.scan.FailedTarget;
import io.mcpcatalogue.scan.Judge;
import io.mcpcatalogue.scan.OwnIds;
import io.mcpcatalogue.scan.TargetReport;
import java.time.Instant;
import java.util.Optional;

/** Where a scan is kept: in a catalogue, or nowhere. */
interface ScanSink extends AutoCloseable, OwnIds.Known {

  void save(TargetReport report, String rulesDigest) throws CatalogueException;

  /** Notes a failure beside what is known of the server; what nobody knows is not kept. */
  void note(FailedTarget failed, Judge judge) throws CatalogueException;

  @Override
  void close() throws CatalogueException;

  /** Keeps nothing. */
  record Nowhere() implements ScanSink {
    @Override
    public void save(TargetReport report, String rulesDigest) {}

    @Override
    public void note(FailedTarget failed, Judge judge) {}

    @Override
    public Optional<ServerOrigin> origin(String id) {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  /** Keeps each server in its own transaction; closes the catalogue in the end. */
  record Into(Catalogue catalogue, CatalogueWriter writer) implements ScanSink {
    @Override
    public void save(TargetReport report, String rulesDigest) throws CatalogueException {
      for (ServerReport server : report.servers()) {
        writer.save(
            PreparedScan.of(server, rulesDigest, Instant.now(), report.hosts()),
            OwnIds.placeOf(server.manifest()));
      }
    }

    @Override
    public void note(FailedTarget failed, Judge judge) throws CatalogueException {
      for (String id : writer.known(failed.id(), failed.place())) {
        String name = writer.origin(id).orElseThrow().name();
        writer.save(
            judge.judge(failed.manifest(id, name)),
            judge.rulesDigest(),
            Instant.now(),
            failed.report().hosts());
      }
    }

    @Override
    public Optional<ServerOrigin> origin(String id) throws CatalogueException {
      return writer.origin(id);
    }

    @Override
    public void close() throws CatalogueException {
      writer.close();
      catalogue.close();
    }
  }
}
