package studio.pastiche.networks.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpeedTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void itIsThatOfTheLastSeconds() {
    Speed speed = new Speed();
    assertEquals(0, speed.at(0, 500));
    assertEquals(1000, speed.at(SECOND, 1500));
    for (int second = 2; second <= 20; second++) {
      speed.at(second * SECOND, 1500 + (second - 1) * 10L);
    }
    assertEquals(10, speed.at(21 * SECOND, 1700), 1e-9);
  }

  @Test
  void whatIsBegunAnewIsNotFasterThanNothing() {
    Speed speed = new Speed();
    speed.at(0, 0);
    speed.at(SECOND, 5000);
    assertEquals(0, speed.at(2 * SECOND, 100));
    assertEquals(300, speed.at(3 * SECOND, 400));
  }

  @Test
  void theTimeLeftIsThatOfTheBytesLeft() {
    assertEquals(3, new Progress(400, 1000, 200).secondsLeft());
  }
}
