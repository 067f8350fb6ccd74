package studio.pastiche.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.pastiche.engine.Recipe;
import studio.pastiche.engine.network.Layer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/// A recipe as the text that pictures and project files carry.
///
/// The text is JSON, one part of the recipe after the other in the order of [Recipe], after the
/// fields `application` ("Pastiche") and `format` (3, or 1 and 2 before schedules had a dial).
/// Names are in snake case, layers are keys by their names, and what is null is left out. A reader
/// leaves alone what it does not know, so a later version may add to it; it counts `format` up
/// where an older reader would go wrong.
public final class RecipeJson {
  private static final String APPLICATION = "Pastiche";
  private static final int FORMAT = 3;

  private final JsonMapper mapper = mapper();

  /// The recipe as text.
  public String write(Recipe recipe) {
    ObjectNode document = mapper.createObjectNode();
    document.put("application", APPLICATION);
    document.put("format", FORMAT);
    document.setAll((ObjectNode) mapper.valueToTree(recipe));
    return mapper.writeValueAsString(document);
  }

  /// The recipe that a text of [#write(Recipe)] stands for. Throws RecipeException, saying what is
  /// wrong, for any other text.
  public Recipe read(String text) throws RecipeException {
    try {
      JsonNode document = mapper.readTree(text);
      if (!APPLICATION.equals(document.path("application").asString(""))) {
        throw new RecipeException("this is no recipe of Pastiche");
      }
      int format = document.path("format").asInt(0);
      if (format < 1 || format > FORMAT) {
        throw new RecipeException(
            "the recipe has format %s, and this version of Pastiche reads up to %d; install a newer one"
                .formatted(document.path("format"), FORMAT));
      }
      return mapper.treeToValue(withoutNulls(document), Recipe.class);
    } catch (JacksonException e) {
      throw new RecipeException(problem("the recipe is", e), e);
    }
  }

  /// What writes and reads the parts of a recipe.
  static JsonMapper mapper() {
    return JsonMapper.builder()
        .addModule(layers())
        .annotationIntrospector(new RequiredUnlessNullable())
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .build();
  }

  private static SimpleModule layers() {
    return new SimpleModule()
        .addKeySerializer(Layer.class, new LayerNames())
        .addKeyDeserializer(Layer.class, new LayersByName());
  }

  /// Null stands for nothing said, wherever it stands.
  static JsonNode withoutNulls(JsonNode node) {
    if (node instanceof ObjectNode fields) {
      List<String> names = new ArrayList<>(fields.propertyNames());
      for (String name : names) {
        if (fields.path(name).isNull()) {
          fields.remove(name);
        }
      }
    }
    node.forEach(RecipeJson::withoutNulls);
    return node;
  }

  /// In a line, what is wrong with a recipe's text, or with that of a part of one.
  static String problem(String what, JacksonException e) {
    String place =
        e.getPath().stream()
            .map(r -> r.getPropertyName() == null ? "" + r.getIndex() : r.getPropertyName())
            .collect(Collectors.joining("."));
    return "%s damaged%s: %s".formatted(what, place.isEmpty() ? "" : " at " + place, reason(e));
  }

  private static String reason(JacksonException e) {
    if (e.getCause() instanceof IllegalArgumentException refused) {
      return String.valueOf(refused.getMessage());
    }
    return switch (e) {
      case InvalidFormatException wrong -> "'%s' is not allowed".formatted(wrong.getValue());
      case MismatchedInputException _ -> "it is missing, or of another kind";
      case DatabindException _ -> "it can't be understood";
      default ->
          "it is no JSON (line %d)"
              .formatted(e.getLocation() == null ? 0 : e.getLocation().getLineNr());
    };
  }

  /// Every part of a recipe must be there, but for those that the records mark as nullable.
  private static final class RequiredUnlessNullable extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      if (member instanceof AnnotatedParameter part && part.getDeclaringClass().isRecord()) {
        RecordComponent[] parts = part.getDeclaringClass().getRecordComponents();
        return !parts[part.getIndex()].getAnnotatedType().isAnnotationPresent(Nullable.class);
      }
      return super.hasRequiredMarker(config, member);
    }
  }

  private static final class LayerNames extends ValueSerializer<Layer> {
    @Override
    public void serialize(Layer layer, JsonGenerator to, SerializationContext context) {
      to.writeName(layer.toString());
    }
  }

  private static final class LayersByName extends KeyDeserializer {
    @Override
    public Layer deserializeKey(String key, DeserializationContext context) {
      try {
        return Layer.of(key);
      } catch (IllegalArgumentException e) {
        throw DatabindException.from(context, String.valueOf(e.getMessage()), e);
      }
    }
  }
}
