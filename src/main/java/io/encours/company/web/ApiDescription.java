package io.encours.company.web;

import io.encours.company.Company;
import io.encours.identity.SignedIn;
import io.encours.platform.Scope;
import io.encours.platform.web.Page;
import io.encours.platform.web.ProblemDetails.WrongField;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// The OpenAPI document: what the code cannot say of itself. Beside `RequestParameters`, whose parameters are no part
/// of
/// a request.
@Configuration(proxyBeanMethods = false)
@Lazy
class ApiDescription {

    private static final String TOKEN = "token";
    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "The request cannot be read",
            "401", "No valid token",
            "403", "The role or the scopes of the token do not allow it",
            "404", "There is no such thing, or it is not the caller’s",
            "409", "It conflicts with what is there",
            "422", "A rule refuses it; the wrong fields are listed");

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Scope.class, SignedIn.class, Company.class, Page.class, java.util.Locale.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Encours")
                        .version("1")
                        .description("Receivables collection. Amounts are decimal strings with a currency beside them,"
                                + " dates are ISO 8601, lists come in parts: send `next` back as `cursor`."))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API token: `./encours token USER --scope write`")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            api.getComponents().addSchemas("Problem", problem());
            api.getPaths()
                    .values()
                    .forEach(path -> path.readOperationsMap().forEach((method, operation) -> {
                        describe(operation);
                        if (method == io.swagger.v3.oas.models.PathItem.HttpMethod.POST) {
                            operation.addParametersItem(new Parameter()
                                    .in("header")
                                    .name("Idempotency-Key")
                                    .description("Sent again with the same key within a day, the request is done once")
                                    .schema(new io.swagger.v3.oas.models.media.StringSchema()));
                        }
                    }));
        };
    }

    private static void describe(Operation operation) {
        PROBLEMS.forEach((status, text) -> {
            if (!operation.getResponses().containsKey(status)) {
                var answer = new ApiResponse()
                        .description(text)
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(new Schema<>().$ref(PROBLEM))));
                if (status.equals("401")) {
                    answer.addHeaderObject(
                            "WWW-Authenticate", new Header().schema(new io.swagger.v3.oas.models.media.StringSchema()));
                }
                operation.getResponses().addApiResponse(status, answer);
            }
        });
    }

    private static Schema<?> problem() {
        var field = ModelConverters.getInstance(true).readAllAsResolvedSchema(WrongField.class).schema;
        return new Schema<>()
                .types(java.util.Set.of("object"))
                .description("RFC 9457 problem details")
                .addProperty("type", text("What kind of problem, stable for programs"))
                .addProperty("title", text("In the caller’s language"))
                .addProperty("status", new Schema<>().types(java.util.Set.of("integer")))
                .addProperty("detail", text("In the caller’s language"))
                .addProperty("errors", new ArraySchema().items(field));
    }

    private static Schema<?> text(String description) {
        return new Schema<>().types(java.util.Set.of("string")).description(description);
    }
}
