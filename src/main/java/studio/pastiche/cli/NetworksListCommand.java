package studio.pastiche.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.pastiche.networks.CatalogueNetwork;
import studio.pastiche.networks.NetworkException;
import studio.pastiche.networks.Networks;
import studio.pastiche.networks.Sizes;
import studio.pastiche.networks.StoredNetwork;

/// `networks list`: what is here and what can be had.
@Command(
    name = "list",
    description = "Lists the networks that are here, and those that can be fetched.")
final class NetworksListCommand implements Callable<Integer> {
  private final Console console;
  private final Networks networks;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Mixin private StandardOptions standard = new StandardOptions();

  NetworksListCommand(Console console, Networks networks) {
    this.console = console;
    this.networks = networks;
  }

  /// What `--json` prints.
  ///
  /// @param folder that networks are kept in
  /// @param painted the name of the one that is painted with where none is named
  record Listed(String folder, String painted, List<Line> networks) {}

  /// A network.
  ///
  /// @param state `built_in`, `here`, `broken` or `to_fetch`
  /// @param bytes that it takes here, or that are fetched
  /// @param file that it is kept in
  /// @param problem what is wrong with a broken one
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Line(
      String name,
      String state,
      long bytes,
      @Nullable String what,
      @Nullable List<Integer> widths,
      @Nullable String deepest,
      @Nullable String input,
      @Nullable String licence,
      @Nullable String origin,
      @Nullable String sha256,
      @Nullable String file,
      @Nullable String problem) {}

  @Override
  public Integer call() throws IOException {
    Listed listed = listed();
    if (json) {
      console.out().println(new Json().line(listed));
      return ExitCode.OK;
    }
    int widest = listed.networks().stream().mapToInt(line -> line.name().length()).max().orElse(0);
    listed.networks().forEach(line -> print(line, listed.painted(), widest));
    Path folder = networks.store().folder();
    console.out().println("Networks are kept in %s; * is the default.".formatted(folder));
    return ExitCode.OK;
  }

  private Listed listed() throws IOException {
    List<Line> lines = new ArrayList<>();
    List<StoredNetwork> kept = networks.store().list();
    for (CatalogueNetwork known : networks.catalogue().networks()) {
      if (known.builtIn()) {
        lines.add(line(known, "built_in", known.neededBytes()));
      }
    }
    kept.forEach(stored -> lines.add(line(stored)));
    for (CatalogueNetwork known : networks.catalogue().networks()) {
      boolean here = kept.stream().anyMatch(stored -> stored.name().equals(known.name()));
      if (!here && !known.builtIn()) {
        lines.add(line(known, "to_fetch", known.sources().getFirst().fetched(known.neededBytes())));
      }
    }
    return new Listed(
        networks.store().folder().toString(), networks.store().chosen(), List.copyOf(lines));
  }

  private static Line line(CatalogueNetwork known, String state, long bytes) {
    return new Line(
        known.name(),
        state,
        bytes,
        known.what(),
        known.widths(),
        known.deepest(),
        known.input().toString(),
        known.licence(),
        known.origin(),
        null,
        null,
        null);
  }

  private Line line(StoredNetwork stored) {
    Optional<NetworkException> problem = networks.store().problem(stored);
    String file = stored.file().toString();
    if (problem.isPresent() || !(stored instanceof StoredNetwork.Sound sound)) {
      String why = problem.map(Throwable::getMessage).orElse("");
      return new Line(
          stored.name(),
          "broken",
          stored.bytes(),
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          file,
          why);
    }
    return new Line(
        sound.name(),
        "here",
        sound.bytes(),
        null,
        sound.widths(),
        sound.deepest().toString(),
        sound.input().toString(),
        sound.licence().isEmpty() ? null : sound.licence(),
        sound.origin(),
        sound.sha256(),
        file,
        null);
  }

  private void print(Line line, String painted, int widest) {
    String mark = line.name().equals(painted) ? "*" : " ";
    String state =
        switch (line.state()) {
          case "built_in" -> "built in";
          case "to_fetch" -> "to fetch";
          default -> line.state();
        };
    String name = line.name() + " ".repeat(widest - line.name().length());
    String text = "%s %s  %-9s %8s  ".formatted(mark, name, state, Sizes.mb(line.bytes()));
    console.out().println((text + details(line)).stripTrailing());
    if (line.state().equals("to_fetch")) {
      console
          .out()
          .println("    %s; 'pastiche networks fetch %s'".formatted(line.what(), line.name()));
    }
  }

  private static String details(Line line) {
    if (line.problem() != null) {
      return line.problem();
    }
    List<Integer> widths = line.widths() == null ? List.of() : line.widths();
    return "%s to %s, %s, %s"
        .formatted(
            widths.stream().map(String::valueOf).collect(Collectors.joining("-")),
            line.deepest(),
            line.input(),
            line.licence() == null ? "licence not known" : line.licence());
  }
}
