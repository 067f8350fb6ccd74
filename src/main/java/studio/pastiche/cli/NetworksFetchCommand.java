package studio.pastiche.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.pastiche.networks.NetworkException;
import studio.pastiche.networks.NetworkFetch;
import studio.pastiche.networks.NetworkFetch.Outcome;
import studio.pastiche.networks.Networks;
import studio.pastiche.networks.Sizes;
import studio.pastiche.networks.StoredNetwork;
import studio.pastiche.networks.download.Control;

/// `networks fetch`: fetches a network and keeps it.
@Command(
    name = "fetch",
    description = {
      "Fetches a network and keeps it. Of a safetensors file only the convolutions are fetched.",
      "Ctrl-C keeps what has come; fetching again goes on from there."
    })
final class NetworksFetchCommand implements Callable<Integer> {
  private final Console console;
  private final Interrupts interrupts;
  private final Networks networks;

  @Parameters(paramLabel = "NAME", description = "Such as vgg19; 'networks list' names them.")
  private String name = "";

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Which of its sources, such as pytorch (default: the one with least to fetch).")
  private @Nullable String source;

  @Mixin private MirrorOption mirror = new MirrorOption();
  @Mixin private StandardOptions standard = new StandardOptions();

  NetworksFetchCommand(Console console, Interrupts interrupts, Networks networks) {
    this.console = console;
    this.interrupts = interrupts;
    this.networks = networks;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    NetworkFetch.Order order = new NetworkFetch.Order(name, source, mirror.uri());
    try {
      networks.fetch().source(order);
    } catch (NetworkException e) {
      throw new WrongOption("networks fetch", String.valueOf(e.getMessage()));
    }
    Control control = new Control();
    FetchReport report = new FetchReport(console);
    try (Interrupts.Watch _ = interrupts.watch(control::pause)) {
      return said(networks.fetch().fetch(order, control, report), report);
    }
  }

  private int said(Outcome outcome, FetchReport report) {
    return switch (outcome) {
      case Outcome.Fetched(StoredNetwork.Sound network) -> {
        report.last(
            "Fetched %s (%s, %s). Paint with it by --network %s, or always: pastiche networks default %s"
                .formatted(name, Sizes.mb(network.bytes()), network.licence(), name, name));
        yield ExitCode.OK;
      }
      case Outcome.AlreadyHere(StoredNetwork.Sound network) -> {
        report.last("%s is here already, and sound: %s".formatted(name, network.file()));
        yield ExitCode.OK;
      }
      case Outcome.Paused() -> {
        report.last("Stopped. What has come is kept; fetch %s again to go on.".formatted(name));
        yield ExitCode.INTERRUPTED;
      }
      case Outcome.Cancelled() -> ExitCode.INTERRUPTED;
    };
  }
}
