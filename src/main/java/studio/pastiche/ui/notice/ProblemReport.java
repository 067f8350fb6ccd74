package studio.pastiche.ui.notice;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import studio.pastiche.engine.Version;

/// Everything that helps someone else to understand a problem, as text to copy and send. It names
/// no picture and no person, beyond what the problem's own words do.
///
/// @param text the report
public record ProblemReport(String text) {
  /// @param what happened, in a few words
  public static ProblemReport of(String what, Throwable problem) {
    StringWriter trace = new StringWriter();
    problem.printStackTrace(new PrintWriter(trace));
    Runtime java = Runtime.getRuntime();
    return new ProblemReport(
        """
        %s
        %s
        Pastiche %s, Java %s (%s), JavaFX %s
        %s %s %s, %d processors, Java's heap %d of %d MB

        %s\
        """
            .formatted(
                what,
                OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS),
                Version.CURRENT,
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                System.getProperty("javafx.runtime.version"),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"),
                java.availableProcessors(),
                (java.totalMemory() - java.freeMemory()) >> 20,
                java.maxMemory() >> 20,
                trace));
  }
}
