package studio.pastiche.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Computation;
import studio.pastiche.engine.Init;
import studio.pastiche.engine.Layers;
import studio.pastiche.engine.Optimization;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.Schedule;
import studio.pastiche.engine.Tuning;
import studio.pastiche.engine.network.Layer;

/// A recipe as the command line that paints it.
public final class CommandLine {
  private CommandLine() {}

  /// How a shell wants what is not one plain word.
  public enum Shell {
    /// sh, bash, zsh: single quotes, in which all stands for itself.
    POSIX {
      @Override
      String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
      }
    },
    /// cmd and PowerShell: double quotes, which no file name there has in it.
    WINDOWS {
      @Override
      String quoted(String word) {
        return '"' + word + '"';
      }
    };

    private static final String PLAIN = "[\\p{Alnum}_./:=,+%@-]+";
    private static final String PLAIN_ON_WINDOWS = "[\\p{Alnum}_./:=+\\\\-]+";

    abstract String quoted(String word);

    /// The shell that people of this system have.
    ///
    /// @param system its name, as the property `os.name` has it
    public static Shell of(String system) {
      return system.startsWith("Windows") ? WINDOWS : POSIX;
    }

    /// The words as one line to type.
    public String line(List<String> words) {
      String plain = this == POSIX ? PLAIN : PLAIN_ON_WINDOWS;
      return words.stream()
          .map(word -> word.matches(plain) ? word : quoted(word))
          .collect(Collectors.joining(" "));
    }
  }

  /// Where the pictures are, and where the painting goes.
  ///
  /// @param styles in the recipe's order
  /// @param init the picture to start from, or null where the recipe starts from none
  public record Files(Path content, List<Path> styles, @Nullable Path init, Path out) {
    public Files {
      styles = List.copyOf(styles);
    }
  }

  /// The words of a command that paints this recipe from its start, as if nothing had been tuned.
  /// What is as it is by itself is left out, but for the network, whose default is the user's
  /// choice.
  public static List<String> painting(Recipe recipe, Files files) {
    Options options = new Options();
    options.inputs(files);
    options.schedule(recipe.schedule());
    options.tuning(recipe.tuning());
    options.layers(recipe.layers());
    options.optimization(recipe.optimization());
    options.init(recipe.init());
    // always, for which one is painted with where none is named can be chosen
    options.add("--network", recipe.network().name(), "");
    options.computation(recipe.computation());
    options.file("--out", files.out());
    return options.words;
  }

  /// The words of a command that repeats the recipe in a file, its tunings and its end included.
  public static List<String> repeating(Path recipe, Files files) {
    Options options = new Options();
    options.file("--recipe", recipe);
    options.inputs(files);
    options.file("--out", files.out());
    return options.words;
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static String text(List<Double> values) {
    return values.stream().map(CommandLine::text).collect(Collectors.joining(","));
  }

  private static String text(SortedMap<Layer, Double> weights) {
    return weights.entrySet().stream()
        .map(e -> e.getKey() + "=" + text(e.getValue()))
        .collect(Collectors.joining(","));
  }

  /// The words so far.
  private static final class Options {
    private final List<String> words = new ArrayList<>(List.of("pastiche", "render"));

    void add(String option, Object value, Object usual) {
      if (!value.equals(usual)) {
        words.add(option);
        words.add(value instanceof Double number ? text(number) : value.toString());
      }
    }

    void file(String option, Path file) {
      words.add(option);
      words.add(file.toAbsolutePath().toString());
    }

    void inputs(Files files) {
      file("--content", files.content());
      files.styles().forEach(style -> file("--style", style));
      if (files.init() != null) {
        file("--init", files.init());
      }
    }

    void schedule(Schedule schedule) {
      Schedule usual = Schedule.defaults();
      add("--size", schedule.size(), usual.size());
      add("--schedule", schedule.dial(), usual.dial());
      if (schedule.iterations() != null) {
        add("--iterations", schedule.iterations(), "");
      }
      add("--stages", schedule.stages(), usual.stages());
      if (schedule.smallest() != null) {
        add("--smallest", schedule.smallest(), "");
      }
      add("--average", schedule.average() ? "on" : "off", usual.average() ? "on" : "off");
      add("--style-scale", schedule.styleScale(), usual.styleScale());
    }

    void tuning(Tuning tuning) {
      int styles = tuning.styleMix().size();
      Tuning usual = Tuning.defaults(styles);
      add("--content-weight", tuning.contentWeight(), usual.contentWeight());
      add("--style-weight", tuning.styleWeight(), usual.styleWeight());
      add("--tv-weight", tuning.tvWeight(), usual.tvWeight());
      add("--style-mix", text(tuning.styleMix()), text(Collections.nCopies(styles, 1.0)));
      add("--learning-rate", tuning.learningRate(), usual.learningRate());
    }

    void layers(Layers layers) {
      Layers usual = Layers.defaults();
      add("--style-layers", text(layers.style()), text(usual.style()));
      add("--content-layers", text(layers.content()), text(usual.content()));
      add("--statistic", layers.statistic(), usual.statistic());
      add("--pooling", layers.pooling(), usual.pooling());
    }

    void optimization(Optimization optimization) {
      add("--optimizer", optimization.optimizer(), Optimization.defaults().optimizer());
      Optimization.@Nullable Decay decay = optimization.decay();
      if (decay != null) {
        add("--learning-rate-decay", text(decay.factor()) + "," + decay.steps(), "");
      }
      if (optimization.clipGradient() != null) {
        add("--clip-gradient", optimization.clipGradient(), "");
      }
    }

    void init(Init init) {
      Init usual = Init.CONTENT;
      if (init.kind() != Init.Kind.PICTURE) {
        add("--init", init.kind(), usual.kind());
      }
      add("--noise", init.noise(), usual.noise());
      add("--noise-ratio", init.noiseRatio(), usual.noiseRatio());
      add("--seed", init.seed(), usual.seed());
    }

    void computation(Computation computation) {
      add("--device", computation.device(), Computation.AUTO.device());
      add("--precision", computation.precision(), Computation.AUTO.precision());
      add("--threads", computation.threads(), Computation.AUTO.threads());
      if (computation.tile() != null) {
        add("--tile", computation.tile(), "");
      }
    }
  }
}
