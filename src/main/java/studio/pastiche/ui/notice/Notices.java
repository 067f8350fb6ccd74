package studio.pastiche.ui.notice;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import studio.pastiche.ui.text.Texts;

/// The messages that are shown, newest last, in a column that lies over the canvas. Good news and
/// hints go by themselves, but not from under the pointer; an error stays until it is dismissed.
/// AtlantaFX's own Notification can't be dismissed by keyboard, hence these cards.
public final class Notices {
  /// More than these only where none of them goes by itself.
  private static final int MOST = 4;

  /// Dozens of files that can't be read are an error each.
  private static final int MOST_ERRORS = 6;

  /// Seconds.
  private static final int DONE_STAYS = 6;

  private static final int WARNING_STAYS = 15;

  private final ObservableList<Notice> shown = FXCollections.observableArrayList();
  private final Map<Notice, Card> cards = new IdentityHashMap<>();
  private final VBox column = new VBox(8);
  private final Texts texts;

  /// A message as it is drawn, and the time that is left to it where it goes by itself.
  private record Card(Node node, PauseTransition reading) {}

  public Notices(Texts texts) {
    this.texts = texts;
    column.setId("notices");
    column.setPickOnBounds(false);
    column.setMaxSize(400, Region.USE_PREF_SIZE);
    column.setPadding(new Insets(16));
    shown.addListener((ListChangeListener<Notice>) _ -> redraw());
  }

  public Node node() {
    return column;
  }

  /// What is shown now.
  public ObservableList<Notice> shown() {
    return shown;
  }

  public void done(String title, String detail, Notice.Offer... offers) {
    show(Notice.Kind.DONE, Notice.Topic.OTHER, title, detail, List.of(offers));
  }

  /// As [#done(String, String, Notice.Offer...)], of something in the document.
  public void doneInDocument(String title, String detail, Notice.Offer... offers) {
    show(Notice.Kind.DONE, Notice.Topic.DOCUMENT, title, detail, List.of(offers));
  }

  public void warn(String title, String detail, Notice.Offer... offers) {
    show(Notice.Kind.WARNING, Notice.Topic.OTHER, title, detail, List.of(offers));
  }

  public void error(String title, String detail, Notice.Offer... offers) {
    error(Notice.Topic.OTHER, title, detail, offers);
  }

  /// An error that goes when its topic is settled.
  public void error(Notice.Topic topic, String title, String detail, Notice.Offer... offers) {
    show(Notice.Kind.ERROR, topic, title, detail, List.of(offers));
  }

  /// As [#error(Notice.Topic, String, String, Notice.Offer...)], and offers to copy everything that
  /// is known of the problem.
  public void error(
      Notice.Topic topic, String title, String detail, Throwable problem, Notice.Offer... offers) {
    List<Notice.Offer> all = new ArrayList<>(List.of(offers));
    all.add(
        new Notice.Offer(
            texts.get("notice.copy-details"), () -> copy(ProblemReport.of(title, problem).text())));
    show(Notice.Kind.ERROR, topic, title, detail, all);
  }

  /// A message with something to choose; it stays until that is done.
  public Notice offer(String title, String detail, Notice.Offer... offers) {
    return show(Notice.Kind.OFFER, Notice.Topic.OTHER, title, detail, List.of(offers));
  }

  /// As [#offer], of something in the document.
  public Notice offerInDocument(String title, String detail, Notice.Offer... offers) {
    return show(Notice.Kind.OFFER, Notice.Topic.DOCUMENT, title, detail, List.of(offers));
  }

  /// Takes away what is about the document that was in the window.
  public void forgetDocument() {
    shown.removeIf(n -> n.topic() == Notice.Topic.DOCUMENT);
  }

  /// A message of work in progress, to be withdrawn when it is over.
  public Notice working(String title, String detail, Notice.Offer... offers) {
    return show(Notice.Kind.WORKING, Notice.Topic.OTHER, title, detail, List.of(offers));
  }

  public void withdraw(Notice notice) {
    shown.remove(notice);
  }

  /// Takes away the errors of a topic: it has gone well since, or is tried anew.
  public void settle(Notice.Topic topic) {
    shown.removeIf(n -> n.kind() == Notice.Kind.ERROR && n.topic() == topic);
  }

  private Notice show(
      Notice.Kind kind,
      Notice.Topic topic,
      String title,
      String detail,
      List<Notice.Offer> offers) {
    Notice notice = new Notice(kind, topic, title, detail, offers);
    shown.removeIf(notice::sameAs);
    shown.add(notice);
    makeRoom();
    return notice;
  }

  /// What goes by itself goes early; what waits for an answer, or tells of work in progress, never
  /// does. The newest stays.
  private void makeRoom() {
    List<Notice> earlier = List.copyOf(shown.subList(0, shown.size() - 1));
    if (shown.size() > MOST) {
      earlier.stream().filter(n -> n.kind().passing()).findFirst().ifPresent(shown::remove);
    }
    List<Notice> errors = earlier.stream().filter(n -> n.kind() == Notice.Kind.ERROR).toList();
    if (shown.getLast().kind() == Notice.Kind.ERROR && errors.size() >= MOST_ERRORS) {
      shown.remove(errors.getFirst());
    }
  }

  /// The cards of what is still shown stay as they are, with the keyboard's focus and the time that
  /// is left to them.
  private void redraw() {
    cards
        .entrySet()
        .removeIf(
            each -> {
              boolean gone = shown.stream().noneMatch(n -> n == each.getKey());
              if (gone) {
                each.getValue().reading().stop();
              }
              return gone;
            });
    List<Node> nodes =
        shown.stream().<Node>map(n -> cards.computeIfAbsent(n, this::card).node()).toList();
    column.getChildren().retainAll(nodes);
    for (int i = 0; i < nodes.size(); i++) {
      if (!column.getChildren().contains(nodes.get(i))) {
        column.getChildren().add(i, nodes.get(i));
      }
    }
  }

  private Card card(Notice notice) {
    FontIcon icon = new FontIcon(icon(notice.kind()));
    icon.getStyleClass().add("notice-icon");
    VBox words = new VBox(4, text(notice.title(), "notice-title"));
    if (!notice.detail().isBlank()) {
      words.getChildren().add(text(notice.detail(), "notice-detail"));
    }
    if (!notice.offers().isEmpty()) {
      words.getChildren().add(offers(notice));
    }
    HBox.setHgrow(words, Priority.ALWAYS);
    Button dismiss = texts.label(new Button(), "notice.dismiss");
    dismiss.setGraphic(new FontIcon(MaterialDesignC.CLOSE));
    dismiss.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    dismiss.getStyleClass().addAll("flat", "button-icon", "small");
    dismiss.setOnAction(_ -> shown.remove(notice));
    HBox card = new HBox(8, icon, words, dismiss);
    card.setAlignment(Pos.TOP_LEFT);
    card.getStyleClass().addAll("notice", notice.kind().name().toLowerCase(Locale.ROOT));
    card.setAccessibleRole(AccessibleRole.TEXT);
    card.setAccessibleText(notice.title() + " " + notice.detail());
    PauseTransition reading =
        new PauseTransition(
            Duration.seconds(notice.kind() == Notice.Kind.DONE ? DONE_STAYS : WARNING_STAYS));
    if (notice.kind().passing()) {
      goByItself(notice, card, reading);
    }
    return new Card(card, reading);
  }

  private Node offers(Notice notice) {
    FlowPane row = new FlowPane(8, 8);
    row.getStyleClass().add("notice-offers");
    for (Notice.Offer offer : notice.offers()) {
      Button button = new Button(offer.words());
      button.setAccessibleText(offer.words());
      button.getStyleClass().add("small");
      button.setOnAction(
          _ -> {
            shown.remove(notice);
            offer.does().run();
          });
      row.getChildren().add(button);
    }
    return row;
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void goByItself(Notice notice, Node card, PauseTransition reading) {
    reading.setOnFinished(_ -> shown.remove(notice));
    card.hoverProperty()
        .addListener(
            (_, _, over) -> {
              if (over) {
                reading.stop();
              } else {
                reading.playFromStart();
              }
            });
    reading.play();
  }

  private static Label text(String words, String style) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  private static Ikon icon(Notice.Kind kind) {
    return switch (kind) {
      case DONE -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
      case WARNING -> MaterialDesignA.ALERT_OUTLINE;
      case ERROR -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
      case OFFER -> MaterialDesignI.INFORMATION_OUTLINE;
      case WORKING -> MaterialDesignD.DOWNLOAD_OUTLINE;
    };
  }
}
