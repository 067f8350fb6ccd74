package studio.pastiche.ui.viewing;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import studio.pastiche.session.Snapshot;
import studio.pastiche.ui.canvas.CanvasView;
import studio.pastiche.ui.filmstrip.FilmstripView;
import studio.pastiche.ui.inputs.DropZones;
import studio.pastiche.ui.inputs.InputLoader;
import studio.pastiche.ui.inputs.Sample;
import studio.pastiche.ui.notice.Notices;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.text.Texts;

/// The middle: the canvas, and over it the hint while it is empty, the way back from a snapshot,
/// and messages; under it, at the strip's head, the tools to compare and to zoom.
public final class CanvasArea {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

  private final CanvasView canvas;
  private final Texts texts;
  private final StackPane node;

  public CanvasArea(
      Viewing viewing,
      ViewActions actions,
      CanvasActions canvasActions,
      Painting painting,
      InputLoader loader,
      DropZones zones,
      Notices notices,
      Texts texts) {
    canvas = viewing.canvas();
    FilmstripView strip = viewing.strip();
    this.texts = texts;
    strip.addTools(
        new CompareTools(viewing, canvasActions, painting, texts).node(),
        new ZoomTools(canvas, actions, texts).node());
    Node hint = hint(loader);
    Node back = wayBack(strip, actions);
    Node drop = dropHint(zones);
    node = new StackPane(canvas.node(), hint, back, notices.node(), drop);
    node.setId("canvas-area");
    StackPane.setAlignment(back, Pos.TOP_CENTER);
    StackPane.setAlignment(notices.node(), Pos.BOTTOM_RIGHT);
    // Where the picture in hand does not hide it.
    StackPane.setAlignment(drop, Pos.TOP_CENTER);
    StackPane.setMargin(drop, new Insets(16));
    // Below the labels of a comparison, which have the corners.
    canvas.comparing().addListener((_, _, now) -> StackPane.setMargin(back, marginOf(now)));
    StackPane.setMargin(back, marginOf(canvas.comparing().get()));
  }

  public Node node() {
    return node;
  }

  private static Insets marginOf(boolean comparing) {
    return new Insets(comparing ? 48 : 16, 16, 16, 16);
  }

  private Node hint(InputLoader loader) {
    FontIcon icon = new FontIcon(MaterialDesignI.IMAGE_MULTIPLE_OUTLINE);
    icon.getStyleClass().add("hint-icon");
    Label title = texts.label(new Label(), "hint.title");
    title.getStyleClass().add("hint-title");
    title.setWrapText(true);
    title.setTextAlignment(TextAlignment.CENTER);
    title.setMinHeight(Region.USE_PREF_SIZE);
    Label words = texts.label(new Label(), "hint.words");
    words.setWrapText(true);
    words.setTextAlignment(TextAlignment.CENTER);
    words.setMaxWidth(360);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().add("hint-words");
    Button sample = texts.tip(texts.label(new Button(), "sample.try"), "sample.try.tip");
    sample.setId("hint-sample");
    sample.getStyleClass().add("accent");
    sample.setOnAction(_ -> loader.sample(Sample.SWIRLS));
    VBox hint = new VBox(16, icon, title, words, sample);
    hint.setAlignment(Pos.CENTER);
    hint.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    hint.setPickOnBounds(false);
    hint.visibleProperty().bind(Bindings.not(canvas.filled()));
    return hint;
  }

  /// What would happen to what is held over the window.
  private Node dropHint(DropZones zones) {
    Label words = new Label();
    words.setId("drop-hint");
    words.setWrapText(true);
    words.setTextAlignment(TextAlignment.CENTER);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().add("drop-words");
    FontIcon icon = new FontIcon();
    icon.getStyleClass().add("drop-icon");
    VBox box = new VBox(8, icon, words);
    box.setAlignment(Pos.CENTER);
    words.setMaxWidth(352);
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    box.setMouseTransparent(true);
    box.getStyleClass().add("drop-hint");
    box.setVisible(false);
    zones
        .plan()
        .addListener(
            (_, _, plan) -> {
              box.setVisible(plan != null);
              if (plan != null) {
                words.setText(texts.get(plan.key()));
                icon.setIconCode(
                    plan.refused() ? MaterialDesignC.CANCEL : MaterialDesignT.TRAY_ARROW_DOWN);
                box.pseudoClassStateChanged(REFUSED, plan.refused());
              }
            });
    return box;
  }

  private Node wayBack(FilmstripView strip, ViewActions actions) {
    Label which = new Label();
    which
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> strip.selected() instanceof Snapshot one ? words(one) : "",
                strip.selection().selectedItemProperty(),
                texts.language()));
    Button live = actions.registry().button(actions.live);
    live.getStyleClass().addAll("small", "accent");
    HBox chip = new HBox(12, which, live);
    chip.setAlignment(Pos.CENTER_LEFT);
    chip.getStyleClass().add("chip");
    chip.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    chip.visibleProperty().bind(actions.live.possible());
    return chip;
  }

  private String words(Snapshot snapshot) {
    return texts.get(
        "canvas.snapshot",
        String.valueOf(snapshot.mark().iteration()),
        String.valueOf(snapshot.size().width()),
        String.valueOf(snapshot.size().height()));
  }
}
