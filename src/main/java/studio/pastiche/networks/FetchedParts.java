package studio.pastiche.networks;

import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.networks.CatalogueNetwork.Source;
import studio.pastiche.networks.download.Download;

/// What has come of networks that were not fetched to their end.
record FetchedParts(Catalogue catalogue, NetworkStore store) {
  private static final Logger LOG = LoggerFactory.getLogger(FetchedParts.class);

  /// Where what comes of a network from one of its sources goes.
  Path of(CatalogueNetwork network, Source source) {
    return store.folder().resolve(NetworkStore.PARTS).resolve(network.name() + "-" + source.id());
  }

  /// Whether some of a network has come from whatever source.
  boolean begun(CatalogueNetwork network) {
    return network.sources().stream().anyMatch(source -> Download.begun(of(network, source)));
  }

  /// Throws it away, from whatever source it came. Call with the network's lock.
  void forget(CatalogueNetwork network) throws IOException {
    for (Source source : network.sources()) {
      Download.forget(of(network, source));
    }
  }

  /// Throws away what nobody needs now that a network of that name is kept, and what earlier
  /// processes left that were killed. Call with the network's lock.
  void tidy(String name) {
    try {
      CatalogueNetwork known = catalogue.find(name).orElse(null);
      if (known != null) {
        forget(known);
      }
      store.sweep();
    } catch (IOException e) {
      LOG.warn("What was left beside {} could not be removed", name, e);
    }
  }
}
