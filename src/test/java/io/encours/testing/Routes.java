package io.encours.testing;

import java.util.List;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The routes of the application, `GET /customers/{company}/{code}`, as its controllers declare them.
public final class Routes {

    private Routes() {}

    public static List<String> of(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> {
                    var methods = mapping.getMethodsCondition().getMethods();
                    var names = methods.isEmpty()
                            ? List.of("GET")
                            : methods.stream().map(Enum::name).toList();
                    return mapping.getPatternValues().stream()
                            .flatMap(pattern -> names.stream().map(name -> name + " " + pattern));
                })
                .distinct()
                .sorted()
                .toList();
    }
}
