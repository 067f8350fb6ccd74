package studio.pastiche.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to paint, whole: with the same pictures, network, precision, threads and machine it gives
/// the same picture on the processor, bit for bit. Written into every saved picture.
///
/// @param inputs the pictures' names and hashes
/// @param network the network's name and hash
/// @param layers what is compared
/// @param schedule size, stages and iterations
/// @param optimization how the pixels are moved
/// @param init what the first stage starts from
/// @param tuning the weights at the start; layers and iterations are then those above
/// @param computation device, precision and threads
/// @param changes every later tuning, with its moment, in order
/// @param end where the run was left, or null where it was painted to its end
/// @param continues what the run goes on from, or null where it starts by its init
/// @param version of Pastiche
public record Recipe(
    Inputs inputs,
    NetworkReference network,
    Layers layers,
    Schedule schedule,
    Optimization optimization,
    Init init,
    Tuning tuning,
    Computation computation,
    List<TuningChange> changes,
    @Nullable Moment end,
    @Nullable Continuation continues,
    String version) {

  /// Throws IllegalArgumentException where the parts do not fit together.
  public Recipe {
    changes = List.copyOf(changes);
    check(inputs, layers, tuning);
    changes.forEach(change -> check(inputs, layers, change.tuning()));
    if (tuning.layers() != null || tuning.iterations() != null) {
      throw new IllegalArgumentException(
          "at the start, the layers' weights and the iterations are the recipe's own");
    }
    if ((init.kind() == Init.Kind.PICTURE) != (inputs.init() != null)) {
      throw new IllegalArgumentException(
          "a picture to start from is needed just where the run starts from a picture");
    }
  }

  /// The defaults for these pictures and this network.
  public static Recipe defaults(Inputs inputs, NetworkReference network) {
    return new Recipe(
        inputs,
        network,
        Layers.defaults(),
        Schedule.defaults(),
        Optimization.defaults(),
        inputs.init() == null
            ? Init.CONTENT
            : new Init(Init.Kind.PICTURE, 0.5, Init.Noise.UNIFORM, 0),
        Tuning.defaults(inputs.styles().size()),
        Computation.AUTO,
        List.of(),
        null,
        null,
        Version.CURRENT);
  }

  /// The tuning that was in force when it was left.
  public Tuning lastTuning() {
    return changes.isEmpty() ? tuning : changes.getLast().tuning();
  }

  /// The same from other pictures, by another network.
  public Recipe withInputs(Inputs others, NetworkReference by) {
    return new Recipe(
        others,
        by,
        layers,
        schedule,
        optimization,
        init,
        tuning,
        computation,
        changes,
        end,
        continues,
        version);
  }

  public Recipe withLayers(Layers other) {
    return new Recipe(
        inputs,
        network,
        other,
        schedule,
        optimization,
        init,
        tuning,
        computation,
        changes,
        end,
        continues,
        version);
  }

  public Recipe withSchedule(Schedule other) {
    return new Recipe(
        inputs,
        network,
        layers,
        other,
        optimization,
        init,
        tuning,
        computation,
        changes,
        end,
        continues,
        version);
  }

  public Recipe withOptimization(Optimization other) {
    return new Recipe(
        inputs,
        network,
        layers,
        schedule,
        other,
        init,
        tuning,
        computation,
        changes,
        end,
        continues,
        version);
  }

  public Recipe withInit(Init other) {
    return new Recipe(
        inputs,
        network,
        layers,
        schedule,
        optimization,
        other,
        tuning,
        computation,
        changes,
        end,
        continues,
        version);
  }

  public Recipe withTuning(Tuning other) {
    return new Recipe(
        inputs,
        network,
        layers,
        schedule,
        optimization,
        init,
        other,
        computation,
        changes,
        end,
        continues,
        version);
  }

  public Recipe withComputation(Computation other) {
    return new Recipe(
        inputs,
        network,
        layers,
        schedule,
        optimization,
        init,
        tuning,
        other,
        changes,
        end,
        continues,
        version);
  }

  /// The same, with the tunings that took effect and the moment where it was left (null: at its
  /// end).
  public Recipe withHistory(List<TuningChange> tunings, @Nullable Moment left) {
    return new Recipe(
        inputs,
        network,
        layers,
        schedule,
        optimization,
        init,
        tuning,
        computation,
        tunings,
        left,
        continues,
        version);
  }

  /// A run of its own with these settings that goes on from another; what it would start from alone
  /// is of no account any more.
  public Recipe goingOnFrom(Continuation from) {
    return new Recipe(
        new Inputs(inputs.content(), inputs.styles(), null),
        network,
        layers,
        schedule,
        optimization,
        Init.CONTENT,
        tuning,
        computation,
        from.plan() ? from.recipe().changes() : List.of(),
        null,
        from,
        version);
  }

  /// Throws IllegalArgumentException where a later tuning does not fit the pictures and layers.
  void requireFit(Tuning later) {
    check(inputs, layers, later);
  }

  private static void check(Inputs inputs, Layers layers, Tuning tuning) {
    if (tuning.layers() != null && !tuning.layers().fit(layers)) {
      throw new IllegalArgumentException(
          "a tuning has weights of other layers than the recipe compares");
    }
    if (tuning.styleMix().size() != inputs.styles().size()) {
      throw new IllegalArgumentException(
          "the style mix has %d shares for %d style images"
              .formatted(tuning.styleMix().size(), inputs.styles().size()));
    }
  }
}
