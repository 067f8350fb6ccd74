package studio.pastiche.ui.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.text.Texts;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
@org.jspecify.annotations.NullUnmarked
class NoticesTest {
  private Notices notices;

  @Start
  void open(Stage stage) {
    notices = new Notices(new Texts(Language.ENGLISH));
    stage.setScene(new Scene((Parent) notices.node(), 500, 700));
    stage.show();
  }

  @Test
  void whatWaitsForAnAnswerIsNotDrivenOutByGoodNews() {
    fx(
        () -> {
          notices.offer("Go on painting?", "");
          notices.error("A file could not be read", "");
          notices.working("Fetching a network", "");
          for (int i = 1; i <= 6; i++) {
            notices.done("Saved " + i, "");
          }
        });
    assertEquals(
        List.of("Go on painting?", "A file could not be read", "Fetching a network", "Saved 6"),
        titles());
  }

  @Test
  void theNewestIsShownWhateverWaits() {
    fx(
        () -> {
          for (int i = 1; i <= 5; i++) {
            notices.offer("Offer " + i, "");
          }
          notices.done("Saved", "");
        });
    assertEquals("Saved", titles().getLast());
    assertEquals(6, titles().size());
  }

  @Test
  void dozensOfErrorsDoNotFillTheWindow() {
    fx(
        () -> {
          notices.offer("Go on painting?", "");
          for (int i = 1; i <= 40; i++) {
            notices.error("File " + i + " could not be read", "");
          }
        });
    assertEquals(7, titles().size());
    assertEquals("Go on painting?", titles().getFirst());
    assertEquals("File 40 could not be read", titles().getLast());
  }

  @Test
  void aCardStaysTheSameWhenOthersComeAndGo() {
    fx(
        () -> {
          notices.done("First", "");
          notices.done("Second", "");
        });
    Node second = cards().get(1);
    fx(() -> notices.done("Third", ""));
    assertSame(second, cards().get(1));
    fx(() -> notices.withdraw(notices.shown().getFirst()));
    assertSame(second, cards().getFirst());
    assertEquals(2, cards().size());
  }

  private List<Node> cards() {
    return ((Parent) notices.node()).getChildrenUnmodifiable();
  }

  private List<String> titles() {
    return notices.shown().stream().map(Notice::title).toList();
  }

  private static void fx(Runnable work) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, work);
  }
}
