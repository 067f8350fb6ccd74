package studio.pastiche.ui.networks;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.pastiche.engine.network.InputSpec;
import studio.pastiche.engine.weights.InputEvidence;
import studio.pastiche.ui.networks.Imports.InputQuestion;
import studio.pastiche.ui.text.Texts;

/// Asks how a network wants its picture, with what speaks for which answer.
final class InputPane {
  private final NetworkWords words;
  private final Texts texts;
  private final VBox node = new VBox(8);
  private final ToggleGroup choice = new ToggleGroup();

  InputPane(InputQuestion question, Imports imports, NetworkWords words, Parts parts, Texts texts) {
    this.words = words;
    this.texts = texts;
    node.setId("input-question");
    node.getChildren()
        .addAll(parts.words(title(question), "heading"), parts.words(evidence(question)));
    for (InputSpec input : InputSpec.values()) {
      node.getChildren().add(radio(question, input));
    }
    node.getChildren().add(parts.details(texts.get("networks.input.hint")));
    boolean doubt = question instanceof InputQuestion.InDoubt;
    Button take =
        parts.button(
            doubt ? "networks.input.import" : "networks.input.take",
            () -> imports.answer((InputSpec) choice.getSelectedToggle().getUserData()));
    take.getStyleClass().add("accent");
    take.disableProperty().bind(choice.selectedToggleProperty().isNull());
    Button leave =
        parts.button(doubt ? "networks.input.not-import" : "networks.input.leave", imports::leave);
    node.getChildren().add(new FlowPane(8, 8, take, leave));
  }

  Node node() {
    return node;
  }

  private Node radio(InputQuestion question, InputSpec input) {
    RadioButton radio = texts.label(new RadioButton(), NetworkWords.inputKey(input));
    radio.setId("input-" + input);
    radio.setWrapText(true);
    radio.setMinHeight(Region.USE_PREF_SIZE);
    radio.setToggleGroup(choice);
    radio.setUserData(input);
    radio.setSelected(
        question instanceof InputQuestion.OfKept kept && kept.network().input() == input);
    return radio;
  }

  private String title(InputQuestion question) {
    return switch (question) {
      case InputQuestion.InDoubt doubt ->
          texts.get("networks.input.ask", String.valueOf(doubt.wanted().file().getFileName()));
      case InputQuestion.OfKept kept -> texts.get("networks.input.ask", kept.network().name());
    };
  }

  private String evidence(InputQuestion question) {
    return switch (question) {
      case InputQuestion.InDoubt _ -> texts.get("networks.input.in-doubt");
      case InputQuestion.Doubtful(var network, InputEvidence.Source source) ->
          texts.get(
              source == InputEvidence.Source.FORMAT
                  ? "networks.input.doubtful-format"
                  : "networks.input.doubtful-keys",
              words.shortInput(network.input()));
      case InputQuestion.Changing(var network) ->
          texts.get("networks.input.now", words.shortInput(network.input()));
    };
  }
}
