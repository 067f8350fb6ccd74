package studio.pastiche.session;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A recipe's settings as a text to copy and paste: the recipe's own text without the pictures and
/// without what happened while it was painted. So a whole recipe's text is one, too.
public final class SettingsJson {
  private static final String APPLICATION = "application";
  private static final String PASTICHE = "Pastiche";

  private final JsonMapper mapper = RecipeJson.mapper();

  public String write(RecipeSettings settings) {
    ObjectNode document = mapper.createObjectNode();
    document.put(APPLICATION, PASTICHE);
    document.put("format", 2);
    document.setAll((ObjectNode) mapper.valueToTree(settings));
    return mapper.writeValueAsString(document);
  }

  /// Throws RecipeException, saying what is wrong, for any other text.
  public RecipeSettings read(String text) throws RecipeException {
    try {
      JsonNode document = mapper.readTree(text);
      if (!PASTICHE.equals(document.path(APPLICATION).asString(""))) {
        throw new RecipeException("this is no text of settings that Pastiche has copied");
      }
      return mapper.treeToValue(RecipeJson.withoutNulls(document), RecipeSettings.class);
    } catch (JacksonException e) {
      throw new RecipeException(RecipeJson.problem("the settings are", e), e);
    }
  }
}
