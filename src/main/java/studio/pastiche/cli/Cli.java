package studio.pastiche.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import studio.pastiche.engine.Dial;
import studio.pastiche.engine.Init;
import studio.pastiche.engine.OptimizerKind;
import studio.pastiche.engine.Pooling;
import studio.pastiche.engine.Precision;
import studio.pastiche.engine.StagePlan;
import studio.pastiche.engine.Statistic;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.networks.Networks;

/// The command line: `render`, `measure`, `recipe`, `bench`, `networks`, `gpu` and `studio`.
public final class Cli {
  /// The system property with the folder that the log is in.
  public static final String LOG_FOLDER = "pastiche.logs";

  private static final int HELP_WIDTH = 100;

  private final Console console;
  private final Failures failures;
  private final Defaults defaults;
  private final CommandLine commands;

  /// @param interrupts tells when the user wants to stop
  /// @param studio opens the window with files, and returns when it is closed
  /// @param networks that there are
  public Cli(
      Console console, Interrupts interrupts, Consumer<List<Path>> studio, Networks networks) {
    this.console = console;
    defaults = new Defaults(networks.store().chosen());
    failures = new Failures(console);
    StudioWindow window = new StudioWindow(studio);
    commands =
        new CommandLine(new RootCommand(window))
            .addSubcommand(new RenderCommand(console, interrupts, networks))
            .addSubcommand(new MeasureCommand(console, networks))
            .addSubcommand(new RecipeCommand(console))
            .addSubcommand(new BenchCommand(console, networks))
            .addSubcommand(NetworksCommand.with(console, interrupts, networks))
            .addSubcommand(GpuCommand.with(console, interrupts, GpuAccess.ofThisUser()))
            .addSubcommand(new StudioCommand(window));
    configure();
  }

  /// Runs a command line and returns the exit code: 0; 1 for something unforeseen; 2 for a wrong
  /// option; 3 for a file that cannot be used; 130 after Ctrl-C.
  public int run(String... args) {
    try {
      return commands.execute(args);
    } catch (OutOfMemoryError e) {
      return failures.outOfMemory(e);
    } catch (LinkageError e) {
      return failures.unforeseen(e);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  private void configure() {
    converters();
    commands.setOut(console.out());
    commands.setErr(console.err());
    commands.setExpandAtFiles(false);
    commands.setUsageHelpWidth(HELP_WIDTH);
    commands.setUsageHelpLongOptionsMaxWidth(40);
    commands.setParameterExceptionHandler(failures);
    commands.setExecutionExceptionHandler(failures);
    everyCommand(commands);
  }

  private void everyCommand(CommandLine command) {
    command.setResourceBundle(defaults);
    command.getCommandSpec().versionProvider(new VersionText());
    command.getCommandSpec().usageMessage().abbreviateSynopsis(true).sortOptions(false);
    command.getHelpSectionMap().put(SECTION_KEY_OPTION_LIST, new SectionedOptions());
    command.getSubcommands().values().forEach(this::everyCommand);
  }

  private void converters() {
    commands.registerConverter(Path.class, new PathConverter());
    commands.registerConverter(Integer.class, number("a whole number", Integer::valueOf));
    commands.registerConverter(Long.class, number("a whole number", Long::valueOf));
    commands.registerConverter(Double.class, number("a number", Double::valueOf));
    choice(OptimizerKind.class);
    choice(Statistic.class);
    choice(Pooling.class);
    choice(StagePlan.class);
    choice(Dial.class);
    choice(OnOff.class);
    choice(Precision.class);
    choice(Init.Noise.class);
    choice(InputSpec.class);
  }

  private <E extends Enum<E>> void choice(Class<E> type) {
    commands.registerConverter(type, new ChoiceConverter<>(type));
  }

  private static <N> ITypeConverter<N> number(String what, ITypeConverter<N> parser) {
    return text -> {
      try {
        return parser.convert(text.strip());
      } catch (NumberFormatException e) {
        throw new TypeConversionException("%s is needed, not '%s'".formatted(what, text));
      }
    };
  }
}
