package studio.pastiche.ui.painting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import studio.pastiche.engine.Pooling;
import studio.pastiche.engine.network.Layer;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.Preset;

/// No window is needed: properties tell of changes by themselves.
class EditsTest {
  private final Settings settings = new Settings();
  private final ObjectProperty<@Nullable InputPicture> content = new SimpleObjectProperty<>();
  private final ObservableList<StyleInput> styles = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable Preset> preset = new SimpleObjectProperty<>();
  private final SimpleBooleanProperty painting = new SimpleBooleanProperty();
  private final Edits edits = new Edits(settings, content, styles, preset, painting);

  @Test
  void eachValueThatIsSetIsAStepWithTheSettingsName() {
    settings.styleWeight().set(20);
    settings.size().set(300);
    assertEquals("setting.size", lastStep());
    edits.undo();
    assertEquals(512, settings.size().getInt());
    assertEquals("setting.style-weight", lastStep());
    edits.undo();
    assertEquals(8, settings.styleWeight().get());
    assertFalse(edits.canUndo().get());
    edits.redo();
    assertEquals(20, settings.styleWeight().get());
  }

  @Test
  void whatFollowsByItselfIsNoStepAndStaysWhenStepsAreTakenBack() {
    settings.styleWeight().set(20);
    edits.follow(
        settings.network(), () -> settings.network().offer(List.of("compact", "vgg19"), "vgg19"));
    assertEquals("vgg19", settings.network().get());
    assertEquals("setting.style-weight", lastStep());
    edits.undo();
    assertEquals(8, settings.styleWeight().get());
    assertEquals("vgg19", settings.network().get());
    edits.redo();
    settings.network().restore("compact");
    edits.follow(settings.network(), () -> settings.network().offer(List.of("compact"), "compact"));
    edits.undo();
    assertEquals("compact", settings.network().get(), "what is gone does not come back");
  }

  @Test
  void aDragIsOneStepAndActsAllTheWhile() {
    List<Double> seen = new ArrayList<>();
    edits.onChange(() -> seen.add(settings.styleWeight().get()));
    edits.begin(StepName.of("setting.style-weight"));
    settings.styleWeight().set(9);
    settings.styleWeight().set(12);
    assertTrue(edits.dragging());
    assertTrue(edits.end());
    assertEquals(List.of(9.0, 12.0, 12.0), seen);
    edits.undo();
    assertEquals(8, settings.styleWeight().get());
    assertNull(edits.last().get());
  }

  @Test
  void aDragThatComesBackIsNoStep() {
    edits.begin(StepName.of("setting.style-weight"));
    settings.styleWeight().set(9);
    settings.styleWeight().set(8);
    assertFalse(edits.end());
    assertNull(edits.last().get());
  }

  @Test
  void aDoubleClickThatMovesFirstIsOneStep() {
    settings.styleWeight().set(30);
    edits.begin(StepName.of("setting.style-weight"));
    settings.styleWeight().set(40);
    assertTrue(edits.end());
    edits.beginAgain(StepName.of("setting.style-weight"));
    settings.styleWeight().reset();
    edits.end();
    edits.undo();
    assertEquals(30, settings.styleWeight().get());
  }

  @Test
  void whatIsDoneTogetherIsOneStepAndToldOnce() {
    List<String> told = new ArrayList<>();
    edits.onChange(() -> told.add("change"));
    edits.together(
        StepName.of("preset.step", "Bold"),
        () -> {
          settings.styleWeight().set(30);
          settings.pooling().value().set(Pooling.AVERAGE);
          settings.styleLayers().set(Map.of(Layer.of("relu3_1"), 1.0));
        });
    assertEquals(1, told.size());
    edits.undo();
    assertEquals(8, settings.styleWeight().get());
    assertEquals(Pooling.MAX, settings.pooling().get());
    assertEquals(5, settings.styleLayers().layers().size());
    assertEquals(2, told.size());
    assertEquals(List.of("Bold"), edits.next().get().name().values());
  }

  @Test
  void picturesTheirOrderAndSharesComeBack() {
    StyleInput one = style("one");
    StyleInput two = style("two");
    content.set(picture("photo"));
    styles.add(one);
    styles.add(two);
    two.share().set(0.25);
    styles.setAll(List.of(two, one));
    styles.remove(two);
    two.share().set(0.9);
    assertEquals(List.of(one), styles);
    edits.undo();
    assertEquals(List.of(two, one), styles);
    assertEquals(0.25, two.share().get());
    edits.undo();
    assertEquals(List.of(one, two), styles);
    edits.undo();
    assertEquals(1, two.share().get());
    edits.undo();
    edits.undo();
    assertTrue(styles.isEmpty());
    edits.undo();
    assertNull(content.get());
    for (int i = 0; i < 6; i++) {
      edits.redo();
    }
    assertEquals(List.of(one), styles);
    assertEquals("photo", content.get().name());
  }

  @Test
  void aSharesDragIsAStepAlsoAfterTheStyleCameBack() {
    StyleInput one = style("one");
    styles.add(one);
    edits.undo();
    edits.redo();
    assertSame(one, styles.getFirst());
    one.share().set(0.5);
    one.share().set(0.25);
    edits.undo();
    assertEquals(0.5, one.share().get());
    edits.undo();
    assertEquals(1, one.share().get());
  }

  @Test
  void whilePaintingPicturesStayButSettingsComeBack() {
    styles.add(style("one"));
    settings.tvWeight().set(1);
    painting.set(true);
    assertTrue(edits.canUndo().get());
    edits.undo();
    assertEquals(6, settings.tvWeight().get());
    assertFalse(edits.canUndo().get());
    edits.undo();
    assertEquals(1, styles.size());
    painting.set(false);
    assertTrue(edits.canUndo().get());
  }

  @Test
  void whatIsForgottenCantBeTakenBack() {
    settings.tvWeight().set(1);
    edits.forget();
    assertFalse(edits.canUndo().get());
    settings.tvWeight().set(2);
    edits.undo();
    assertEquals(1, settings.tvWeight().get());
    assertFalse(edits.canUndo().get());
  }

  private String lastStep() {
    return edits.last().get().name().key();
  }

  private static StyleInput style(String name) {
    return StyleInput.of(picture(name));
  }

  private static InputPicture picture(String name) {
    return InputPicture.ofPixels(name, 2, 2, new int[4]);
  }
}
