package studio.pastiche.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.pastiche.networks.Networks;
import studio.pastiche.networks.StoredNetwork;

/// `networks`: the networks that are here and that can be had.
@Command(
    name = "networks",
    description = "Lists, fetches, imports and removes networks. Without a command it lists them.",
    footer = {
      "",
      "Nothing is fetched unless you ask for it. Networks are kept in your data folder."
    })
final class NetworksCommand implements Callable<Integer> {
  private final NetworksListCommand list;

  @Mixin private StandardOptions standard = new StandardOptions();

  private NetworksCommand(NetworksListCommand list) {
    this.list = list;
  }

  /// The command with all that is under it.
  static CommandLine with(Console console, Interrupts interrupts, Networks networks) {
    NetworksListCommand list = new NetworksListCommand(console, networks);
    return new CommandLine(new NetworksCommand(list))
        .addSubcommand(list)
        .addSubcommand(new NetworksFetchCommand(console, interrupts, networks))
        .addSubcommand(new NetworksImportCommand(console, networks))
        .addSubcommand(new Remove(console, networks))
        .addSubcommand(new Verify(console, networks))
        .addSubcommand(new Default(console, networks));
  }

  @Override
  public Integer call() throws IOException {
    return list.call();
  }

  /// `networks remove`.
  @Command(name = "remove", description = "Removes a network that is kept on this machine.")
  private static final class Remove implements Callable<Integer> {
    private final Console console;
    private final Networks networks;

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private String name = "";

    @Mixin private StandardOptions standard = new StandardOptions();

    Remove(Console console, Networks networks) {
      this.console = console;
      this.networks = networks;
    }

    @Override
    public Integer call() throws IOException {
      networks.store().remove(name);
      console.out().println("Removed %s.".formatted(name));
      return ExitCode.OK;
    }
  }

  /// `networks verify`.
  @Command(
      name = "verify",
      description = "Reads every network that is kept here and says which are broken.")
  private static final class Verify implements Callable<Integer> {
    private final Console console;
    private final Networks networks;

    @Mixin private StandardOptions standard = new StandardOptions();

    Verify(Console console, Networks networks) {
      this.console = console;
      this.networks = networks;
    }

    @Override
    public Integer call() throws IOException {
      List<StoredNetwork> kept = networks.store().list();
      int broken = 0;
      for (StoredNetwork network : kept) {
        var problem = networks.store().problem(network);
        problem.ifPresentOrElse(
            p -> console.err().println("pastiche: " + p.getMessage()),
            () -> console.out().println("%s: sound".formatted(network.name())));
        broken += problem.isPresent() ? 1 : 0;
      }
      if (kept.isEmpty()) {
        console.out().println("No networks are kept in %s.".formatted(networks.store().folder()));
      }
      return broken == 0 ? ExitCode.OK : ExitCode.FILE;
    }
  }

  /// `networks default`.
  @Command(name = "default", description = "Chooses the network to paint with where none is named.")
  private static final class Default implements Callable<Integer> {
    private final Console console;
    private final Networks networks;

    @Parameters(paramLabel = "NAME", description = "Of a network that is kept here, or 'compact'.")
    private String name = "";

    @Mixin private StandardOptions standard = new StandardOptions();

    Default(Console console, Networks networks) {
      this.console = console;
      this.networks = networks;
    }

    @Override
    public Integer call() throws IOException {
      networks.choose(name);
      console.out().println("Paints with %s where no network is named.".formatted(name));
      return ExitCode.OK;
    }
  }
}
