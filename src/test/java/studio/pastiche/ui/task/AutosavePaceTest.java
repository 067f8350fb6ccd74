package studio.pastiche.ui.task;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AutosavePaceTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void theFirstIsDueAfterTheInterval() {
    AutosavePace pace = new AutosavePace(Duration.ofSeconds(20), 5 * SECOND);
    assertFalse(pace.due(24 * SECOND));
    assertTrue(pace.due(25 * SECOND));
  }

  @Test
  void noneIsDueWhileOneIsWritten() {
    AutosavePace pace = new AutosavePace(Duration.ZERO, 0);
    pace.begin(SECOND);
    assertFalse(pace.due(1000 * SECOND));
    pace.end(2 * SECOND);
    assertTrue(pace.due(2 * SECOND));
  }

  @Test
  void theNextComesTheIntervalAfterTheLastBegan() {
    AutosavePace pace = new AutosavePace(Duration.ofSeconds(20), 0);
    pace.begin(30 * SECOND);
    pace.end(32 * SECOND);
    assertFalse(pace.due(49 * SECOND));
    assertTrue(pace.due(50 * SECOND));
  }

  @Test
  void whatTakesLongToWriteIsBegunSoonerSoThatItIsWrittenWithinOneAndAHalfIntervals() {
    AutosavePace pace = new AutosavePace(Duration.ofSeconds(20), 0);
    pace.begin(30 * SECOND);
    pace.end(40 * SECOND);
    assertFalse(pace.due(49 * SECOND));
    assertTrue(pace.due(50 * SECOND));
    pace.begin(50 * SECOND);
    pace.end(64 * SECOND);
    assertFalse(pace.due(65 * SECOND));
    assertTrue(pace.due(66 * SECOND));
  }

  @Test
  void whatTakesLongerThanThatIsWrittenWithoutAPause() {
    AutosavePace pace = new AutosavePace(Duration.ofSeconds(20), 0);
    pace.begin(30 * SECOND);
    pace.end(55 * SECOND);
    assertTrue(pace.due(55 * SECOND));
  }
}
