package studio.pastiche.networks.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFileTest {
  private static final Plan PLAN = Plan.whole(3000);

  @TempDir private Path folder = Path.of("");

  @Test
  void aLineThatACrashCutShortIsNotMadeWholeByTheNext() throws IOException {
    came(0, 100);
    journal("0 1");
    came(200, 300);
    try (PartFile part = open()) {
      assertEquals(200, part.kept());
      assertEquals(
          List.of(new Span(100, 200), new Span(300, 3000)),
          part.missing().stream().map(Plan.Piece::span).toList());
    }
  }

  @Test
  void onlyWhatIsPlannedCounts() throws IOException {
    came(0, 100);
    journal("2900 999999999\nnonsense 1\n0 1200 300\n");
    try (PartFile part = open()) {
      assertEquals(200, part.kept());
    }
  }

  @Test
  void whatIsOfNoUseIsSaidToBeSo() throws IOException {
    came(0, 100);
    try (PartFile part = PartFile.open(folder.resolve("x"), "elsewhere", PLAN)) {
      assertTrue(part.anew());
      assertEquals(0, part.kept());
    }
  }

  private void came(int from, int to) throws IOException {
    try (PartFile part = open()) {
      part.write(ByteBuffer.allocate(to - from), from);
      part.keep(new Span(from, to));
    }
  }

  private void journal(String more) throws IOException {
    Files.writeString(folder.resolve("x.journal"), more, StandardOpenOption.APPEND);
  }

  private PartFile open() throws IOException {
    return PartFile.open(folder.resolve("x"), "here", PLAN);
  }
}
