package studio.pastiche.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import studio.pastiche.networks.download.Progress;

class FetchReportTest {
  @Test
  void whatIsBegunAnewIsReportedAnew() {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said, true);
    FetchReport report = new FetchReport(new Console(out, out, false, StandardCharsets.UTF_8));
    for (long done : new long[] {10, 500, 510, 20, 300}) {
      report.progressed(new Progress(done * 1_000_000, 1_000_000_000, 0));
    }
    assertEquals(
        "500 MB of 1000 MB\n300 MB of 1000 MB",
        said.toString().replaceAll("  .*", "").replace("\r", "").strip());
  }
}
