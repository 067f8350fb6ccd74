package studio.pastiche.ui.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.ui.notice.ProblemReport;

/// The studio could not open. Its message says why, and in which file the details are.
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(StartFailure.class);

  private final transient @Nullable Path file;
  private final String report;

  private StartFailure(String message, Throwable cause, @Nullable Path file, String report) {
    super(message, cause);
    this.file = file;
    this.report = report;
  }

  /// Writes down what is known of the cause, in a file of its own in the log folder.
  public static StartFailure of(Throwable cause, Path logFolder) {
    LOG.error("The studio could not open", cause);
    String report = ProblemReport.of("The studio could not open", cause).text();
    Path file = written(report, logFolder);
    String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    String where = file == null ? "" : "; the details are in " + file;
    return new StartFailure("the studio could not open: " + why + where, cause, file, report);
  }

  /// Where the details are, or null where they could not be written.
  public @Nullable Path file() {
    return file;
  }

  /// The details.
  public String report() {
    return report;
  }

  private static @Nullable Path written(String report, Path folder) {
    String now =
        LocalDateTime.now().format(DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT));
    Path file = folder.resolve("crash-" + now + ".txt");
    try {
      Files.createDirectories(folder);
      return Files.writeString(file, report);
    } catch (IOException e) {
      LOG.warn("{} could not be written", file, e);
      return null;
    }
  }
}
