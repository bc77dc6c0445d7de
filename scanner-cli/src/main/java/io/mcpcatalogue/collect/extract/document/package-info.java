/** Manifests, snapshots and documents that name tools beside the code. */
package io.mcpcatalogue.collect.extract.document;
