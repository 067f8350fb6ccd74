package studio.pastiche.cli;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.PicocliException;
import picocli.CommandLine.UnmatchedArgumentException;
import studio.pastiche.engine.NotEnoughMemoryException;
import studio.pastiche.engine.ScratchException;
import studio.pastiche.engine.torch.TorchException;

/// Says in one line what went wrong, and chooses the exit code. Traces go to the log.
///
/// @param console to say it on
record Failures(Console console) implements IParameterExceptionHandler, IExecutionExceptionHandler {
  @Override
  public int handleParseException(ParameterException e, String[] args) {
    return say(ExitCode.USAGE, e.getMessage() + hint(e));
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return switch (e) {
      case WrongOption wrong -> say(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
      case PicocliException wrong -> say(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
      case IOException unusable -> {
        log("A file could not be used", unusable);
        yield say(ExitCode.FILE, String.valueOf(unusable.getMessage()));
      }
      case NotEnoughMemoryException tooLarge ->
          say(ExitCode.FILE, "--size: " + tooLarge.getMessage());
      case ScratchException noRoom -> {
        log("The disk does not do", noRoom);
        yield say(ExitCode.FILE, String.valueOf(noRoom.getMessage()));
      }
      case StudioWindow.NoWindow noWindow -> {
        log("No window", noWindow);
        yield say(ExitCode.FAILURE, String.valueOf(noWindow.getMessage()));
      }
      case TorchException torch when torch.outOfMemory() -> outOfMemory(torch);
      default -> unforeseen(e);
    };
  }

  /// Picocli hands over exceptions only; errors come here from [Cli].
  int outOfMemory(Throwable e) {
    log("Out of memory", e);
    return say(
        ExitCode.FILE,
        "There is not enough memory for a picture of this size; give a smaller --size, or close"
            + " other programs");
  }

  int unforeseen(Throwable e) {
    log("Unforeseen", e);
    String what = e instanceof TorchException ? "" : e.getClass().getSimpleName() + ": ";
    return say(
        ExitCode.FAILURE,
        "Something unforeseen went wrong (%s%s); the log is in %s"
            .formatted(what, e.getMessage(), System.getProperty(Cli.LOG_FOLDER, "the log folder")));
  }

  private int say(int code, String line) {
    console.err().println("pastiche: " + oneLine(line));
    console.err().flush();
    return code;
  }

  private static void log(String what, Throwable e) {
    LoggerFactory.getLogger(Failures.class).error(what, e);
  }

  private static String hint(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      List<String> similar = unmatched.getSuggestions();
      return similar.isEmpty()
          ? "; see %s --help".formatted(e.getCommandLine().getCommandSpec().qualifiedName())
          : "; did you mean " + similar.getFirst() + "?";
    }
    return "";
  }

  private static String oneLine(String text) {
    return text.lines()
        .map(String::strip)
        .filter(l -> !l.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
