package studio.pastiche.ui.painting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EditHistoryTest {
  private final EditHistory<Integer> history = new EditHistory<>(0, 100, states -> false);

  @Test
  void stepsAreTakenBackAndDoneAgainInOrder() {
    step(1);
    step(2);
    assertEquals(1, history.undo());
    assertEquals(0, history.undo());
    assertEquals(0, history.undo());
    assertEquals(1, history.redo());
    assertEquals(2, history.redo());
    assertEquals(2, history.redo());
  }

  @Test
  void aNewStepForgetsWhatWasTakenBack() {
    step(1);
    step(2);
    history.undo();
    step(3);
    assertTrue(history.next().isEmpty());
    assertEquals(1, history.undo());
    assertEquals(3, history.redo());
  }

  @Test
  void theStepsAtHandAreNamed() {
    step(1);
    step(2);
    assertEquals("2", history.last().orElseThrow().name().key());
    history.undo();
    assertEquals("1", history.last().orElseThrow().name().key());
    assertEquals("2", history.next().orElseThrow().name().key());
  }

  @Test
  void theSameStateIsNoStep() {
    step(0);
    assertTrue(history.last().isEmpty());
    step(1);
    step(1);
    history.undo();
    assertTrue(history.last().isEmpty());
  }

  @Test
  void aReopenedStepTakesTheNextOneIn() {
    step(1);
    step(2);
    history.reopen();
    step(3);
    assertEquals(1, history.undo());
    assertEquals(3, history.redo());
    history.reopen();
    step(1);
    assertEquals("1", history.last().orElseThrow().name().key());
    assertEquals(0, history.undo());
  }

  @Test
  void theOldestStepsGoWhereThereAreTooMany() {
    EditHistory<Integer> few = new EditHistory<>(0, 3, states -> false);
    for (int i = 1; i <= 5; i++) {
      few.step(StepName.of("step"), i);
    }
    few.undo();
    few.undo();
    assertEquals(2, few.undo());
    assertEquals(2, few.undo());
  }

  @Test
  void theOldestStepsGoWhereTheirStatesAreTooLarge() {
    EditHistory<Integer> light =
        new EditHistory<>(0, 100, states -> states.stream().mapToInt(Integer::intValue).sum() > 50);
    light.step(StepName.of("step"), 10);
    light.step(StepName.of("step"), 20);
    light.step(StepName.of("step"), 30);
    assertEquals(20, light.undo());
    assertEquals(20, light.undo());
    light.step(StepName.of("step"), 1000);
    assertEquals(20, light.undo(), "the last step can always be taken back");
  }

  private void step(int state) {
    history.step(StepName.of(String.valueOf(state)), state);
  }
}
