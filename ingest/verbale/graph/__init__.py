"""From a reading to RDF and out again: IRIs, quads, validation, serialisation."""
