package studio.pastiche.networks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.weights.NetworkReader;
import studio.pastiche.engine.weights.WeightsException;
import studio.pastiche.networks.CatalogueNetwork.Source;
import studio.pastiche.networks.download.Control;
import studio.pastiche.networks.download.Download;
import studio.pastiche.networks.download.DownloadException;
import studio.pastiche.networks.download.DownloadException.Reason;
import studio.pastiche.networks.download.Listener;
import studio.pastiche.networks.download.Plan;
import studio.pastiche.networks.download.Settings;

/// Fetches networks of the catalogue, when the user asks for it, and keeps them.
public final class NetworkFetch {
  private final Catalogue catalogue;
  private final NetworkStore store;
  private final FetchedParts parts;
  private final Supplier<HttpClient> clients;
  private final Settings settings;

  NetworkFetch(
      Catalogue catalogue, NetworkStore store, Supplier<HttpClient> clients, Settings settings) {
    this.catalogue = catalogue;
    this.store = store;
    parts = new FetchedParts(catalogue, store);
    this.clients = clients;
    this.settings = settings;
  }

  /// What is asked for.
  ///
  /// @param name in the catalogue
  /// @param source which of its sources, or null for the best
  /// @param mirror an address to fetch from in place of the source's own server, or null
  public record Order(String name, @Nullable String source, @Nullable URI mirror) {}

  /// How it ended.
  public sealed interface Outcome {
    /// It is kept now.
    record Fetched(StoredNetwork.Sound network) implements Outcome {}

    /// It was kept already, and nothing was fetched.
    record AlreadyHere(StoredNetwork.Sound network) implements Outcome {}

    /// The user paused; fetching again goes on from there.
    record Paused() implements Outcome {}

    /// The user cancelled; nothing of it is left.
    record Cancelled() implements Outcome {}
  }

  /// The source that an order is about.
  ///
  /// @throws NetworkException where there is none
  public Source source(Order order) throws NetworkException {
    return source(network(order.name()), order);
  }

  /// Fetches a network on this thread, which must be none of the common pool's: Java's client tells
  /// of its answers there. A broken copy of it is replaced.
  ///
  /// @throws NetworkException saying what happened and what to do
  /// @throws IOException where it can't be written
  public Outcome fetch(Order order, Control control, Listener listener)
      throws IOException, InterruptedException {
    CatalogueNetwork wanted = network(order.name());
    Source source = source(wanted, order);
    try (NameLock _ = store.lock(wanted.name())) {
      Optional<StoredNetwork.Sound> here = store.sound(wanted.name());
      if (here.isPresent()) {
        parts.tidy(wanted.name());
        return new Outcome.AlreadyHere(here.get());
      }
      Path part = parts.of(wanted, source);
      return switch (download(wanted, source, order, part, control, listener)) {
        case PAUSED -> new Outcome.Paused();
        case CANCELLED -> new Outcome.Cancelled();
        case DONE -> kept(wanted, source, order, part, control);
        case WHOLE -> kept(wanted, source, order, Download.whole(part), control);
      };
    }
  }

  /// Whether some of a network has come that was not fetched to its end.
  public boolean begun(CatalogueNetwork network) {
    return parts.begun(network);
  }

  /// Throws away what has come of a network that was not fetched to its end.
  ///
  /// @throws NetworkException where it is being fetched just now
  public void forget(String name) throws IOException {
    CatalogueNetwork begun = network(name);
    try (NameLock _ = store.lock(name)) {
      parts.forget(begun);
    }
  }

  private CatalogueNetwork network(String name) throws NetworkException {
    CatalogueNetwork wanted =
        catalogue
            .find(name)
            .orElseThrow(
                () ->
                    new NetworkException(
                        name,
                        "no network of that name can be fetched; there are "
                            + catalogue.networks().stream()
                                .filter(network -> !network.builtIn())
                                .map(CatalogueNetwork::name)
                                .collect(Collectors.joining(" and "))));
    if (wanted.builtIn()) {
      throw new NetworkException(name, "it comes with Pastiche; there is nothing to fetch");
    }
    return wanted;
  }

  private static Source source(CatalogueNetwork wanted, Order order) throws NetworkException {
    String id = order.source();
    if (id == null) {
      return wanted.sources().getFirst();
    }
    return wanted
        .source(id)
        .orElseThrow(
            () ->
                new NetworkException(
                    wanted.name(),
                    "'%s' is none of its sources, which are %s"
                        .formatted(
                            id,
                            wanted.sources().stream()
                                .map(Source::id)
                                .collect(Collectors.joining(" and ")))));
  }

  private Download.End download(
      CatalogueNetwork wanted,
      Source source,
      Order order,
      Path part,
      Control control,
      Listener listener)
      throws IOException, InterruptedException {
    URI uri = source.on(order.mirror());
    Plan.Planner planner =
        source.inParts()
            ? new ConvolutionsPlan(wanted)
            : (first, size, rest) -> whole(source, size);
    Download.Job job =
        new Download.Job(
            uri,
            part,
            source.bytes(),
            planner,
            // the file that is kept is made beside the one that comes
            bytes -> store.requireRoom(wanted.name(), bytes + wanted.neededBytes()));
    HttpClient client = clients.get();
    try {
      return new Download(client, settings).run(job, control, listener);
    } catch (DownloadException e) {
      String remedy = Remedies.of(e.reason(), wanted, source, uri);
      throw new NetworkException(wanted.name(), e.getMessage() + "; " + remedy, e);
    } catch (WeightsException e) {
      throw refused(wanted, source, e);
    } finally {
      client.shutdownNow();
    }
  }

  private static Plan whole(Source source, long size) throws WeightsException {
    if (source.hash() != null && size != source.bytes()) {
      throw new WeightsException(
          source.fileName(), "has %d bytes, not %d".formatted(size, source.bytes()));
    }
    return Plan.whole(size);
  }

  private Outcome kept(
      CatalogueNetwork wanted, Source source, Order order, Path came, Control control)
      throws IOException {
    FeatureNetwork network;
    try {
      CatalogueNetwork.Hash hash = source.hash();
      if (hash != null && !FileHash.matches(came, hash)) {
        throw new WeightsException(
            source.fileName(),
            "its %s does not begin with %s".formatted(hash.algorithm(), hash.beginning()));
      }
      network = NetworkReader.read(came, wanted.input()).network();
      Shape.of(source.fileName(), network).require(wanted);
    } catch (WeightsException e) {
      // it would be taken up the next time
      Download.discard(came);
      throw refused(wanted, source, e);
    }
    if (control.cancelled()) {
      parts.forget(wanted);
      return new Outcome.Cancelled();
    }
    StoredNetwork.Sound kept =
        store.keep(
            network,
            wanted.name(),
            new NetworkStore.About(
                "%s, from %s".formatted(wanted.origin(), source.on(order.mirror()).getHost()),
                wanted.licence()));
    parts.tidy(wanted.name());
    return new Outcome.Fetched(kept);
  }

  private static NetworkException refused(
      CatalogueNetwork wanted, Source source, WeightsException why) {
    DownloadException wrong =
        new DownloadException(Reason.NOT_THE_FILE, String.valueOf(why.getMessage()), why);
    return new NetworkException(
        wanted.name(),
        "what came is not the file that it should be (%s) and was thrown away; fetch it again, or %s"
            .formatted(why.getMessage(), Remedies.byHand(wanted, source.url())),
        wrong);
  }
}
