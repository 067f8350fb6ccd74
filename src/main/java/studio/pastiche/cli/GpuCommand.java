package studio.pastiche.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.pastiche.engine.Distances;
import studio.pastiche.engine.Engine;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Statistic;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.engine.weights.CompactNetwork;
import studio.pastiche.networks.Sizes;
import studio.pastiche.networks.download.Control;
import studio.pastiche.networks.gpu.GpuFetch;
import studio.pastiche.networks.gpu.GpuPack;
import studio.pastiche.networks.gpu.NvidiaDriver;
import studio.pastiche.picture.Picture;

/// `gpu`: the pack with PyTorch's libraries for NVIDIA's GPUs.
@Command(
    name = "gpu",
    description = "Painting on an NVIDIA GPU. Without a command it says how that stands here.",
    footer = {
      "",
      "Nothing is fetched unless you ask for it. The pack is kept in your data folder."
    })
final class GpuCommand implements Callable<Integer> {
  private final Status status;

  @Mixin private StandardOptions standard = new StandardOptions();

  private GpuCommand(Status status) {
    this.status = status;
  }

  /// The command with all that is under it.
  static CommandLine with(Console console, Interrupts interrupts, GpuAccess access) {
    Status status = new Status(console, access);
    return new CommandLine(new GpuCommand(status))
        .addSubcommand(status)
        .addSubcommand(new Fetch(console, interrupts, access))
        .addSubcommand(new Remove(console, access))
        .addSubcommand(new Try(console));
  }

  @Override
  public Integer call() throws IOException {
    return status.call();
  }

  /// `gpu status`.
  @Command(name = "status", description = "Says whether there is a GPU to paint on, and the pack.")
  private static final class Status implements Callable<Integer> {
    private final Console console;
    private final GpuAccess access;

    @Mixin private StandardOptions standard = new StandardOptions();

    Status(Console console, GpuAccess access) {
      this.console = console;
      this.access = access;
    }

    @Override
    public Integer call() throws IOException {
      console.out().println(access.driver().get().map(Status::words).orElse(NO_DRIVER));
      GpuPack pack = access.pack();
      String size = Sizes.mb(pack.bytes());
      console
          .out()
          .println(
              switch (pack.state()) {
                case ABSENT -> "The GPU pack is not here; 'pastiche gpu fetch' says what it costs.";
                case BEGUN ->
                    "Some of the GPU pack is here (%s); 'pastiche gpu fetch --yes' goes on."
                        .formatted(size);
                case UNTRIED ->
                    "The GPU pack is here (%s), but it has not worked; 'pastiche gpu fetch --yes' tries it again."
                        .formatted(size);
                case WORKS -> "The GPU pack is here (%s) and has worked.".formatted(size);
              });
      return ExitCode.OK;
    }

    private static String words(NvidiaDriver driver) {
      String version = driver.version().isEmpty() ? "" : " " + driver.version();
      String old =
          driver.tooOld() ? ", too old: %d or later is needed".formatted(NvidiaDriver.LEAST) : "";
      return "There is an NVIDIA driver%s%s.".formatted(version, old);
    }
  }

  private static final String NO_DRIVER =
      "There is no NVIDIA driver here, so Pastiche paints on the processor.";

  /// `gpu fetch`.
  @Command(
      name = "fetch",
      description = {
        "Says what the GPU pack costs in traffic and on the disk; with --yes, fetches it and tries"
            + " it.",
        "Ctrl-C keeps what has come; fetching again goes on from there."
      })
  private static final class Fetch implements Callable<Integer> {
    private final Console console;
    private final Interrupts interrupts;
    private final GpuAccess access;

    @Option(names = "--yes", description = "Fetch it.")
    private boolean yes;

    @Mixin private MirrorOption mirror = new MirrorOption();
    @Mixin private StandardOptions standard = new StandardOptions();

    Fetch(Console console, Interrupts interrupts, GpuAccess access) {
      this.console = console;
      this.interrupts = interrupts;
      this.access = access;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
      NvidiaDriver driver = access.driver().get().orElse(null);
      if (driver == null || driver.tooOld()) {
        throw new WrongOption(
            "gpu fetch",
            driver == null
                ? NO_DRIVER + " Install the driver first"
                : "the NVIDIA driver %s is too old for it; install %d or later"
                    .formatted(driver.version(), NvidiaDriver.LEAST));
      }
      GpuPack.State state = access.pack().state();
      if (state == GpuPack.State.WORKS) {
        console.out().println("The GPU pack is here already, and has worked.");
        return ExitCode.OK;
      }
      if (state == GpuPack.State.UNTRIED) {
        return tried();
      }
      Control control = new Control();
      try (Interrupts.Watch _ = interrupts.watch(control::pause)) {
        return fetched(access.fetch(mirror.uri()), control);
      } catch (CancellationException e) {
        return ExitCode.INTERRUPTED;
      }
    }

    private int fetched(GpuFetch fetch, Control control) throws IOException, InterruptedException {
      GpuFetch.Parts parts = fetch.ask(control);
      console
          .out()
          .println(
              "The GPU pack: %s to fetch, %s on the disk, in %s"
                  .formatted(
                      Sizes.mb(parts.traffic()), Sizes.mb(parts.disk()), access.pack().folder()));
      if (!yes) {
        console.out().println("Call 'pastiche gpu fetch --yes' to fetch it.");
        return ExitCode.OK;
      }
      FetchReport report = new FetchReport(console);
      if (!fetch.fetch(parts, control, report)) {
        report.last("Stopped. What has come is kept; fetch it again to go on.");
        return ExitCode.INTERRUPTED;
      }
      report.last("Fetched. Trying whether it computes…");
      return tried();
    }

    private int tried() throws IOException, InterruptedException {
      String problem = access.trial().problem(access.pack().folder()).orElse(null);
      access.pack().tried(problem == null);
      if (problem == null) {
        console.out().println("It computes. From now on Pastiche paints on the GPU.");
        return ExitCode.OK;
      }
      console
          .err()
          .println(
              "pastiche: the GPU pack does not compute here (%s); Pastiche goes on painting on the processor. A newer driver may help; 'pastiche gpu remove' frees the disk"
                  .formatted(problem));
      return ExitCode.FAILURE;
    }
  }

  /// `gpu remove`.
  @Command(name = "remove", description = "Removes the GPU pack, and paints on the processor.")
  private static final class Remove implements Callable<Integer> {
    private final Console console;
    private final GpuAccess access;

    @Mixin private StandardOptions standard = new StandardOptions();

    Remove(Console console, GpuAccess access) {
      this.console = console;
      this.access = access;
    }

    @Override
    public Integer call() throws IOException {
      long bytes = access.pack().bytes();
      access.pack().remove();
      console.out().println("Removed; %s are free again.".formatted(Sizes.mb(bytes)));
      return ExitCode.OK;
    }
  }

  /// `gpu try`, which [GpuTrial] calls.
  @Command(
      name = "try",
      hidden = true,
      description = "Computes on the GPU and on the processor, and compares.")
  private static final class Try implements Callable<Integer> {
    private static final int SIDE = 64;
    private static final double MOST_APART = 0.01;

    private final Console console;

    @Mixin private StandardOptions standard = new StandardOptions();

    Try(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      double there;
      try {
        there = distance("gpu");
      } catch (IllegalArgumentException e) {
        console.err().println("PyTorch finds no GPU that it can use");
        return ExitCode.FAILURE;
      }
      double here = distance("cpu");
      if (Math.abs(there - here) > MOST_APART * here) {
        console
            .err()
            .println(
                String.format(
                    Locale.ROOT,
                    "it computes %.6g where the processor computes %.6g",
                    there,
                    here));
        return ExitCode.FAILURE;
      }
      return ExitCode.OK;
    }

    /// Of two made-up pictures.
    private static double distance(String device) throws IOException {
      FeatureNetwork network = CompactNetwork.load(null).network();
      Picture waves = picture(0.7);
      try (Engine engine = Engine.open(device, 0)) {
        Map<Statistic, Distances> found =
            engine.measure(waves, picture(0.2), waves, network, Layers.defaults());
        Distances gram = found.get(Statistic.GRAM);
        return gram == null
            ? Double.NaN
            : gram.style().values().stream().mapToDouble(Double::doubleValue).sum();
      }
    }

    private static Picture picture(double pace) {
      int[] argb = new int[SIDE * SIDE];
      for (int i = 0; i < argb.length; i++) {
        int red = (int) (127.5 + 127 * Math.sin(pace * (i % SIDE)));
        int green = (int) (127.5 + 127 * Math.cos(pace * (i / SIDE)));
        argb[i] = 0xff000000 | red << 16 | green << 8 | (red ^ green);
      }
      return Picture.fromArgb(SIDE, SIDE, argb);
    }
  }
}
