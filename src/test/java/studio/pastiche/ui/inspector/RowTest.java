package studio.pastiche.ui.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import studio.pastiche.engine.Pooling;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.Parameter;
import studio.pastiche.ui.painting.Settings;
import studio.pastiche.ui.task.EngineRoom;
import studio.pastiche.ui.text.Language;
import studio.pastiche.ui.text.Texts;

@ExtendWith(ApplicationExtension.class)
@org.jspecify.annotations.NullUnmarked
class RowTest {
  @TempDir Path folder;
  private Painting painting;
  private Settings settings;
  private Parameter rate;
  private Notices notices;
  private NumberRow number;
  private ChoiceRow<Pooling> choice;

  @Start
  void open(Stage stage) throws IOException {
    Texts texts = new Texts(Language.ENGLISH);
    notices = new Notices(texts);
    painting = new Painting(new EngineRoom(), new SnapshotStore(SessionFolder.create(folder)));
    settings = painting.settings();
    rate = settings.learningRate();
    number = new NumberRow(rate, painting.edits(), texts, notices);
    choice =
        new ChoiceRow<>(
            settings.pooling(),
            option -> texts.bound(settings.pooling().keyOf(option)),
            painting,
            texts);
  }

  /// As when it is left.
  @Test
  void aFieldWhoseWordsStayChangesNothing() {
    rate.value().set(1.0 / 3);
    Event.fireEvent(number.field(), new ActionEvent());
    assertEquals(1.0 / 3, rate.get());
  }

  @Test
  void aSmallNumberThatIsTypedStays() {
    number.field().setText("0.00015");
    Event.fireEvent(number.field(), new ActionEvent());
    Event.fireEvent(number.field(), new ActionEvent());
    assertEquals("0.00015", number.field().getText());
    assertEquals(0.00015, rate.get());
  }

  @Test
  void whatIsNotAllowedIsSaidAndGivesWay() throws Exception {
    for (String wrong : List.of("99999", "abc", "-5")) {
      WaitForAsyncUtils.asyncFx(
              () -> {
                number.field().setText(wrong);
                Event.fireEvent(number.field(), new ActionEvent());
              })
          .get(20, TimeUnit.SECONDS);
      assertEquals("0.02", number.field().getText());
      assertTrue(notices.shown().getLast().title().contains(wrong));
      assertTrue(notices.shown().getLast().detail().contains(rate.range()));
    }
  }

  @Test
  void theSliderGivesNumbersOfFewDigits() {
    number.slider().setValue(0.37);
    assertEquals("0.0071", number.field().getText());
    assertEquals(0.0071, rate.get());
  }

  @Test
  void aLockedNumberIsNotReset() {
    rate.set(0.5);
    number.field().setDisable(true);
    doubleClick(number.label());
    assertEquals(0.5, rate.get());
    number.field().setDisable(false);
    doubleClick(number.label());
    assertEquals(0.02, rate.get());
  }

  @Test
  void aLockedChoiceIsNotReset() {
    choice.box().setValue(Pooling.AVERAGE);
    choice.box().setDisable(true);
    doubleClick(choice.label());
    assertEquals(Pooling.AVERAGE, choice.box().getValue());
    choice.box().setDisable(false);
    doubleClick(choice.label());
    assertEquals(Pooling.MAX, choice.box().getValue());
  }

  private static void doubleClick(Node node) {
    Event.fireEvent(
        node,
        new MouseEvent(
            MouseEvent.MOUSE_CLICKED,
            1,
            1,
            1,
            1,
            MouseButton.PRIMARY,
            2,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            true,
            false,
            true,
            null));
  }
}
