package studio.pastiche.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import studio.pastiche.engine.Engine;
import studio.pastiche.engine.Run;
import studio.pastiche.engine.RunState;
import studio.pastiche.networks.NetworkException;
import studio.pastiche.networks.Networks;
import studio.pastiche.picture.PictureWriter;
import studio.pastiche.picture.SaveOptions;
import studio.pastiche.session.RecipeJson;

/// `render`: paints a picture and saves it.
@Command(
    name = "render",
    description = "Repaints a photo in the style of one painting or several.",
    customSynopsis = {
      "pastiche render --content FILE --style FILE [--style FILE ...] --out FILE [OPTIONS]",
      "       pastiche render --recipe FILE --out FILE [OPTIONS]"
    },
    footer = {
      "",
      "Ctrl-C saves what there is so far to --out and ends with 130.",
      "Example: pastiche render --content photo.jpg --style wave.jpg --out painted.png"
    })
final class RenderCommand implements Callable<Integer> {
  private final Console console;
  private final Interrupts interrupts;

  @Mixin private InputOptions inputs = new InputOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Mixin private PaintingOptions painting = new PaintingOptions();
  @Mixin private NetworkOption network;

  @Option(names = "--json", description = "Report in JSON, one object a line.")
  private boolean json;

  @Mixin private StandardOptions standard = new StandardOptions();

  RenderCommand(Console console, Interrupts interrupts, Networks networks) {
    network = new NetworkOption(networks);
    this.console = console;
    this.interrupts = interrupts;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    SaveOptions options = output.saveOptions();
    output.checkPlace();
    output.spare(namedFiles());
    Reporter reporter = reporter();
    Ingredients ingredients = Ingredients.gather(inputs, painting, network, reporter::note);
    output.spare(ingredients.files());
    Snapshots snapshots = output.snapshots(options);
    try (Engine engine = painting.open(ingredients.recipe())) {
      return paint(engine, ingredients.inOrder(), snapshots, options, reporter);
    }
  }

  /// Paints one part after the other, each from where the one before ended, and saves the last.
  private int paint(
      Engine engine,
      List<Ingredients> parts,
      Snapshots snapshots,
      SaveOptions options,
      Reporter reporter)
      throws IOException, InterruptedException {
    long begun = System.nanoTime();
    @Nullable RunState from = null;
    for (Ingredients part : parts.subList(0, parts.size() - 1)) {
      reporter.note("This picture goes on from another, which is painted first.");
      @Nullable RunState start = from;
      try (Run run = painting.start(() -> engine.goOn(part.recipe(), part.materials(), start))) {
        Painter painter = new Painter(run, reporter, Snapshots.none());
        try (Interrupts.Watch _ = interrupts.watch(painter::interrupt)) {
          Outcome outcome = painter.paint();
          if (outcome.end() == Outcome.End.INTERRUPTED) {
            return save(outcome, options, reporter, begun);
          }
          from = parts.get(parts.indexOf(part) + 1).start(outcome.picture(), run::state);
        }
      }
    }
    Ingredients last = parts.getLast();
    @Nullable RunState start = from;
    try (Run run = painting.start(() -> engine.goOn(last.recipe(), last.materials(), start))) {
      Painter painter = new Painter(run, reporter, snapshots);
      try (Interrupts.Watch _ = interrupts.watch(painter::interrupt)) {
        return save(painter.paint(), options, reporter, begun);
      }
    }
  }

  private int save(Outcome outcome, SaveOptions options, Reporter reporter, long start)
      throws IOException {
    @Nullable String recipe = output.withRecipe() ? new RecipeJson().write(outcome.recipe()) : null;
    PictureWriter.write(output.out(), outcome.picture(), options, recipe);
    reporter.saved(output.out(), outcome, (System.nanoTime() - start) / 1e9);
    return switch (outcome.end()) {
      case FINISHED, STOPPED -> ExitCode.OK;
      case INTERRUPTED -> ExitCode.INTERRUPTED;
      case NOT_FINITE -> ExitCode.FAILURE;
    };
  }

  private Reporter reporter() {
    if (json) {
      return new JsonLines(console);
    }
    return console.terminal() ? new ProgressBar(console) : new QuietLines(console);
  }

  /// The files that options name: a slip there is told before any of them is read.
  private List<Path> namedFiles() throws NetworkException {
    List<Path> files = new ArrayList<>(inputs.styles());
    Stream.of(inputs.content(), inputs.recipe(), painting.init().file(), network.file())
        .filter(Objects::nonNull)
        .forEach(files::add);
    return files;
  }
}
