package studio.pastiche.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Takes one of a few words.
///
/// @param type the choices, each with its word as text
record ChoiceConverter<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E> {
  @Override
  public E convert(String text) {
    E[] all = type.getEnumConstants();
    return Arrays.stream(all)
        .filter(choice -> choice.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "%s is needed, not '%s'"
                        .formatted(
                            Arrays.stream(all)
                                .map(Enum::toString)
                                .collect(Collectors.joining(" or ")),
                            text)));
  }
}
