package studio.pastiche.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import studio.pastiche.engine.Dial;
import studio.pastiche.engine.Engine;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.Materials;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.network.FeatureNetwork;
import studio.pastiche.session.InputPicture;

/// The options of `bench` that time a whole painting of real pictures.
final class UntilOptions {
  @Option(
      names = "--until",
      paramLabel = "DISTANCE",
      description =
          "Time instead how long a schedule takes until the picture is as near as this at full"
              + " size; with --content and --style.")
  private @Nullable Double until;

  @Option(
      names = "--against",
      paramLabel = "draft|good|print|peer",
      description =
          "As --until, with the distance where this schedule ends, which is painted first.")
  private @Nullable Dial against;

  @Option(names = InputOptions.CONTENT, paramLabel = "FILE", description = "The photo, for these.")
  private @Nullable Path content;

  @Option(names = InputOptions.STYLE, paramLabel = "FILE", description = "The painting, for these.")
  private @Nullable Path style;

  @Option(
      names = "--schedule",
      paramLabel = "draft|good|print|peer",
      description = "The schedule that is timed by these (default: ${bundle:default.schedule}).")
  private Dial schedule = Schedule.defaults().dial();

  boolean asked() {
    return until != null || against != null;
  }

  /// Throws WrongOption where something is missing.
  void check() {
    if (until != null && against != null) {
      throw new WrongOption("--until", "give a distance or --against, not both");
    } else if (until != null && !(until > 0)) {
      throw new WrongOption("--until", "a distance above 0 is needed, not " + until);
    }
    String option = until != null ? "--until" : "--against";
    if (content == null) {
      throw new WrongOption(InputOptions.CONTENT, "a photo is needed with " + option);
    } else if (style == null) {
      throw new WrongOption(InputOptions.STYLE, "a painting is needed with " + option);
    }
  }

  /// Paints and measures.
  ///
  /// @param settings layers, computation, optimiser; the schedule's size
  UntilBench.Result run(Engine engine, FeatureNetwork network, Recipe settings)
      throws IOException, InterruptedException {
    check();
    InputPicture photo = InputPicture.read(Objects.requireNonNull(content));
    InputPicture painting = InputPicture.read(Objects.requireNonNull(style));
    Recipe recipe =
        settings
            .withInputs(
                new Inputs(photo.reference(), List.of(painting.reference()), null),
                NetworkReference.of(network))
            .withSchedule(
                Schedule.defaults().withSize(settings.schedule().size()).withDial(schedule));
    UntilBench bench =
        new UntilBench(
            engine, new Materials(photo.picture(), List.of(painting.picture()), null, network));
    return against != null
        ? bench.against(recipe, against)
        : bench.until(recipe, Objects.requireNonNull(until));
  }
}
